package dev.rota.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where agents leave files that they are about to send. */
public interface Uploads {

    /**
     * Keeps what an agent uploads for a conversation, until it is sent or a day has passed.
     *
     * @param number Meta's id of the conversation's number
     * @param name what the agent calls it
     * @throws NotSendable when Meta would not take it
     */
    Upload take(long conversation, String number, InputStream bytes, @Nullable String name, String author)
            throws IOException, NotSendable;

    /** An upload to that conversation which has not been sent yet. */
    Optional<Upload> find(long conversation, long file);
}
