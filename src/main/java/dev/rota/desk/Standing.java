package dev.rota.desk;

import org.jspecify.annotations.Nullable;

/**
 * Where a customer stood with a number when a message was read; found without a lock, so the commit checks it again.
 *
 * @param customer the customer's id; null for somebody new
 * @param linked whether all ids that came with the message are known to be the customer's
 * @param conversation the id of the open or reopening conversation; null when a new one begins
 * @param epoch the conversation's epoch, 0 for a new one
 * @param status the conversation's status; null for a new one
 */
public record Standing(
        @Nullable Long customer, boolean linked, @Nullable Long conversation, int epoch, @Nullable Status status) {

    /** A customer who has not written before. */
    public static final Standing NEW = new Standing(null, false, null, 0, null);

    /** Whether rules run: for a new or reopened conversation, and for each message while it waits. */
    public boolean needsDecision() {
        return status != Status.IN_PROGRESS;
    }
}
