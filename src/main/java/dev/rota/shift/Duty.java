package dev.rota.shift;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the roster: who works a shift of a calendar.
 *
 * @param cycle the days on which each of them does; null when on all of the shift's days
 */
public record Duty(String calendar, String shift, Set<String> agents, @Nullable Cycle cycle) {

    public Duty {
        agents = Set.copyOf(agents);
    }

    boolean covers(String agent, Span span) {
        return span.shift().name().equals(shift)
                && agents.contains(agent)
                && (cycle == null || cycle.works(agent, span.date()));
    }
}
