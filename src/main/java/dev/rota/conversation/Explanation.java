package dev.rota.conversation;

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
 * @param assignment of the present owner, of the last one once closed; null while it waits
 * @param facts what the decision knew, where from, and how old that was
 */
public record Explanation(@Nullable Decision decision, @Nullable Assigned assignment, List<Fact> facts) {

    public Explanation {
        facts = List.copyOf(facts);
    }

    /** The responsible agent, and every candidate with the reason in or out. */
    public record Assigned(String agent, List<Verdict> because) {

        public Assigned {
            because = List.copyOf(because);
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
