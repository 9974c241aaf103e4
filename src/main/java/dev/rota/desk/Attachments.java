package dev.rota.desk;

import java.util.List;

/** Takes note of the files of messages, within the transaction that is under way. */
public interface Attachments {

    /** Files that messages have brought are to be fetched; one that is noted already stays as it is. */
    void expect(List<Attachment> attachments);

    /**
     * An upload goes out with a message.
     *
     * @return whether there was such an upload to that conversation, not sent before
     */
    boolean attach(long file, long conversation, long message);

    /**
     * A file that could not be fetched is to be fetched anew, as long as Meta keeps it.
     *
     * @return whether there was such a file of that conversation
     */
    boolean again(long file, long conversation);
}
