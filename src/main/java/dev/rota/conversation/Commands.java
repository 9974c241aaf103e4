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

    /**
     * Gives it to an agent.
     *
     * @param reason why, in words; null for none, which somebody who is not at work needs
     */
    void assign(long conversation, int epoch, String agent, @Nullable String reason, Viewer by);

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
     * @return the id of the outbound message
     * @throws Refusal.Stale when the author's view is old, with what was said since
     */
    long reply(long conversation, Answering answer, Viewer by);
}
