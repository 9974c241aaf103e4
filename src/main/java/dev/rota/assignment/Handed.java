package dev.rota.assignment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of handing out what waits in one queue.
 *
 * @param given who got what, in the order in which it was given
 * @param waits why what was looked at goes on waiting, by conversation
 * @param reason why everything else in the queue waits; null when places are left
 */
public record Handed(List<Given> given, Map<Long, String> waits, @Nullable String reason) {

    public Handed {
        given = List.copyOf(given);
        waits = Map.copyOf(waits);
    }

    /** One conversation that somebody got, and what the choice looked at. */
    public record Given(Question question, Outcome.Assigned outcome) {

        /** The conversation. */
        public long conversation() {
            return question.work().conversation();
        }
    }
}
