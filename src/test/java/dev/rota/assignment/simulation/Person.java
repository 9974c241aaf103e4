package dev.rota.assignment.simulation;

import dev.rota.assignment.AgentNow;
import dev.rota.desk.Presence;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent's row of the simulated ledger. */
final class Person {

    int open;
    int weight;

    @Nullable
    Instant idleSince;

    @Nullable
    Presence presence;

    private final Map<String, Integer> here = new HashMap<>();
    private final Map<String, Long> turns = new HashMap<>();
    private @Nullable AgentNow known;

    AgentNow now() {
        var same = known;
        if (same == null) {
            same = new AgentNow(open, weight, idleSince, presence, here, turns);
            known = same;
        }
        return same;
    }

    void declare(Presence presence) {
        this.presence = presence;
        known = null;
    }

    void turn(String queue, long turn) {
        if (!Long.valueOf(turn).equals(turns.put(queue, turn))) {
            known = null;
        }
    }

    void shift(String queue, int count, int weight, Instant now) {
        known = null;
        this.open += count;
        this.weight += weight;
        if (count != 0) {
            idleSince = now;
            here.merge(queue, count, Integer::sum);
        }
    }
}
