package dev.rota.shift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A switchover: the instant at which a calendar's shift ends, one begins, or both; where the shift of
 * one day follows that of the day before, both are the same.
 *
 * @param ending the shift that is over; null when there was none
 * @param beginning the shift that begins; null when none does
 */
public record Edge(Instant at, String calendar, @Nullable String ending, @Nullable String beginning) {

    static Edge ofEnd(String calendar, Span span) {
        return new Edge(span.until(), calendar, span.shift().name(), null);
    }

    static Edge ofBeginning(String calendar, Span span) {
        return new Edge(span.from(), calendar, null, span.shift().name());
    }

    static Edge between(String calendar, Span before, Span after) {
        return new Edge(
                after.from(), calendar, before.shift().name(), after.shift().name());
    }
}
