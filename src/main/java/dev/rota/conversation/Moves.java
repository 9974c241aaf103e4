package dev.rota.conversation;

import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.List;

/** What moved because other rules came into force. */
public interface Moves {

    /** How many steps a swap led to, of conversations that the viewer may see. */
    int count(long swap, Viewer viewer);

    /** The latest of these steps, newest first. */
    List<Move> latest(long swap, int most, Viewer viewer);

    /**
     * One step of a conversation.
     *
     * @param what {@code moved} to another queue, or {@code returned} by somebody who has left the files
     * @param from the queue before
     * @param to the queue since
     */
    record Move(long conversation, String protocol, String what, String from, String to, String why, Instant at) {}
}
