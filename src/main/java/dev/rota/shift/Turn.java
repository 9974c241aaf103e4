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

    /** {@code night of plantao}. */
    String shift() {
        return span.shift().name() + " of " + calendar;
    }

    /** Whether both have them do the same, such as when they stand in for somebody of their own shift. */
    boolean isSameWorkAs(Turn other) {
        return calendar.equals(other.calendar)
                && span.shift().equals(other.span.shift())
                && span.date().equals(other.span.date());
    }

    /** Whether it is work in that shift at that time. */
    boolean isPartOf(Span other) {
        return span.shift().equals(other.shift()) && span.overlaps(other.from(), other.until());
    }

    /** What is left of it without that time. */
    Stream<Turn> without(Instant from, Instant until) {
        return span.without(from, until).map(piece -> new Turn(agent, seat, calendar, piece, override));
    }
}
