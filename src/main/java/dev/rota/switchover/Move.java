package dev.rota.switchover;

import dev.rota.assignment.Question;
import dev.rota.assignment.Verdict;
import dev.rota.routing.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a switchover makes of one conversation.
 *
 * @param epoch the conversation's before
 * @param fromQueue where it was
 * @param fromOwner whose it was; null when it waited
 * @param queue where it is then
 * @param owner whose it is then; null when it waits
 * @param until when it goes back to its queue; null but for {@link Kind#KEPT_FOR}
 * @param why the reason, in words
 * @param next what the rules said when it was decided again; null when it was not
 * @param because every candidate weighed, when an agent was chosen
 * @param question what the choice looked at; null when none was made
 */
public record Move(
        long conversation,
        int epoch,
        Kind kind,
        String fromQueue,
        @Nullable String fromOwner,
        String queue,
        @Nullable String owner,
        @Nullable Instant until,
        String why,
        @Nullable Decision next,
        List<Verdict> because,
        @Nullable Question question) {

    /** What becomes of it. */
    public enum Kind {
        /** Its owner keeps it until the customer writes again. */
        KEPT,
        /** Its owner keeps it for a time. */
        KEPT_FOR,
        /** It goes from one owner to another at once. */
        HANDED_OVER,
        /** It waits again. */
        RETURNED,
        /** It goes on waiting, in another queue. */
        MOVED;

        /** The name used in the database and the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the conversation has another owner or queue afterwards. */
        public boolean changes() {
            return this != KEPT && this != KEPT_FOR;
        }
    }

    public Move {
        because = List.copyOf(because);
    }
}
