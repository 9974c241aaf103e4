package dev.rota.desk;

import org.jspecify.annotations.Nullable;

/**
 * Where a customer stood with a number when a message was read; found without a lock, so the commit checks it again.
 *
 * @param customer the customer's id; null for somebody new
 * @param known whether all ids and names that came with the message are known to be the customer's
 * @param conversation the id of the open or reopening conversation, for what needs no answer of the latest one; null
 *     when a new one begins
 * @param epoch the conversation's epoch, 0 for a new one
 * @param status the conversation's status; null for a new one
 * @param late whether the customer has said something later already
 * @param undecided whether the conversation was opened by a placeholder of this very message, and nobody has replied yet
 * @param vacancy why whoever is responsible does not go on, in a sentence; null when they do, and when nobody is
 */
public record Standing(
        @Nullable Long customer,
        boolean known,
        @Nullable Long conversation,
        int epoch,
        @Nullable Status status,
        boolean late,
        boolean undecided,
        @Nullable String vacancy) {

    /** A customer who has not written before. */
    public static final Standing NEW = new Standing(null, false, null, 0, null, false, false, null);

    /**
     * Whether rules run: for a new or reopened conversation, while it waits, and when whoever is responsible does not go
     * on; for an open one not when they know something later.
     */
    public boolean needsDecision() {
        return undecided
                || (status != Status.IN_PROGRESS && !(late && status == Status.WAITING))
                || (vacancy != null && !late);
    }
}
