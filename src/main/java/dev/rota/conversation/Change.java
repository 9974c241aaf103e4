package dev.rota.conversation;

import dev.rota.assignment.Question;
import dev.rota.assignment.Verdict;
import dev.rota.desk.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a conversation from one epoch to the next.
 *
 * @param epoch the epoch that it leads to
 * @param what the step in one word: {@code opened}, {@code assigned}, {@code released}, …
 * @param formerOwner who was responsible before, or null
 * @param owner who is responsible from now on, or null
 * @param by who did it: a person's name, or {@code rota}
 * @param why the reason, in words
 * @param because every candidate weighed, when an agent was chosen
 * @param question what the choice looked at, or null when no choice was made
 */
record Change(
        long conversation,
        int epoch,
        String what,
        Status status,
        String queue,
        @Nullable String formerOwner,
        @Nullable String owner,
        String by,
        String why,
        List<Verdict> because,
        @Nullable Question question,
        Instant at) {

    /** The author of what no person did. */
    static final String ROTA = "rota";

    /** A step without a choice. */
    Change(
            long conversation,
            int epoch,
            String what,
            Status status,
            String queue,
            @Nullable String formerOwner,
            @Nullable String owner,
            String by,
            String why,
            List<Verdict> because,
            Instant at) {
        this(conversation, epoch, what, status, queue, formerOwner, owner, by, why, because, null, at);
    }

    /** Who gave it back, and shall not be given it again at once. */
    @Nullable
    String givenBackBy() {
        return what.equals("released") ? formerOwner : null;
    }

    boolean ends() {
        return formerOwner != null;
    }

    boolean begins() {
        return owner != null;
    }
}
