package dev.rota.shift;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A span that an agent works, and how they come to it.
 *
 * @param seat whom the roster names: the agent, or somebody for whom they stand in
 * @param override the exception that has them work; null when the roster does
 */
record Turn(String agent, String seat, String calendar, Span span, @Nullable AgentOverride override) {

    boolean standsIn() {
        return !agent.equals(seat);
    }

    /** What is left of it without that time. */
    Stream<Turn> without(Instant from, Instant until) {
        return span.without(from, until).map(piece -> new Turn(agent, seat, calendar, piece, override));
    }
}
