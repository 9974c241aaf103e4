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

    final Map<String, Integer> here = new HashMap<>();
    final Map<String, Long> turns = new HashMap<>();

    AgentNow now() {
        return new AgentNow(open, weight, idleSince, presence, here, turns);
    }

    void shift(String queue, int count, int weight, Instant now) {
        this.open += count;
        this.weight += weight;
        if (count != 0) {
            idleSince = now;
            here.merge(queue, count, Integer::sum);
        }
    }
}
