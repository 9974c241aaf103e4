package dev.rota.conversation;

import dev.rota.desk.Viewer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of conversations. To a viewer, what is not for them to see does not exist. */
public interface SentFiles {

    /**
     * A file, and where it lies.
     *
     * @param sha256 what it is kept under, in hex; null when it is not here
     */
    record Found(Whole.Media media, String type, @Nullable String sha256) {}

    /** The file of that id in that conversation. */
    Optional<Found> find(long conversation, long file, Viewer viewer);

    /** Meta's id of the number that a conversation came to; nothing when it is not for the viewer to see. */
    Optional<String> number(long conversation, Viewer viewer);
}
