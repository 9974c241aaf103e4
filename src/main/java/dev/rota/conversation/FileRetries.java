package dev.rota.conversation;

import dev.rota.desk.Viewer;

/** The way back for files that customers sent and that could not be fetched. */
public interface FileRetries {

    /**
     * Has a file fetched anew, for whoever answers in the conversation or manages it.
     *
     * @return whether it is; false when it is under way or here already, or Meta keeps it no longer
     */
    boolean retry(long conversation, long file, Viewer by);
}
