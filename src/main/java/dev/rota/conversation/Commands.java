package dev.rota.conversation;

import dev.rota.desk.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What people do with a conversation. Each command names the epoch that its author saw, and has no effect when the
 * conversation has changed since.
 */
public interface Commands {

    /** The viewer takes it. */
    void claim(long conversation, int epoch, Viewer by);

    /** Gives it to an agent. */
    void assign(long conversation, int epoch, String agent, Viewer by);

    /** Gives it back to its queue. */
    void release(long conversation, int epoch, Viewer by);

    /** Puts it into another queue, where it waits. */
    void move(long conversation, int epoch, String queue, Viewer by);

    /** Ends it. */
    void close(long conversation, int epoch, Viewer by);

    /** Lets an ended one wait again. */
    void reopen(long conversation, int epoch, Viewer by);

    /**
     * Answers the customer.
     *
     * @param seen the last message that the author saw; refused when a reply went out since
     * @return the id of the outbound message
     */
    long reply(long conversation, int epoch, @Nullable Long seen, String text, Viewer by);
}
