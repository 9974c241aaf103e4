package dev.rota.conversation;

import dev.rota.assignment.Outcome;
import dev.rota.assignment.Verdict;
import dev.rota.inquiry.Fact;
import dev.rota.routing.Because;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a conversation is where it is, and whose.
 *
 * @param decision the newest decision; null when no rules have run
 * @param assignment of the present owner, of the last one once closed; null when there never was one to choose
 * @param facts what the decision knew, where from, and how old that was
 */
public record Explanation(@Nullable Decision decision, @Nullable Assigned assignment, List<Fact> facts) {

    public Explanation {
        facts = List.copyOf(facts);
    }

    /**
     * The responsible agent, and every candidate with the reason in or out.
     *
     * @param agent null while it waits
     * @param reason why that agent, or why it waits
     */
    public record Assigned(@Nullable String agent, String reason, List<Verdict> because) {

        public Assigned {
            because = List.copyOf(because);
        }

        /** What came of a choice. */
        public static Assigned of(Outcome outcome) {
            return outcome instanceof Outcome.Assigned assigned
                    ? new Assigned(assigned.agent(), assigned.why(), assigned.because())
                    : new Assigned(null, ((Outcome.Waits) outcome).reason(), outcome.because());
        }
    }

    /**
     * A decision as it was recorded.
     *
     * @param priority a label of {@link dev.rota.routing.Priority}
     * @param routeSet the hash of the route set that decided
     */
    public record Decision(
            Instant at,
            String requestType,
            String queue,
            String priority,
            @Nullable String skill,
            String routeSet,
            List<Because> because) {

        public Decision {
            because = List.copyOf(because);
        }
    }
}
