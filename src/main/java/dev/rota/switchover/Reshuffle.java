package dev.rota.switchover;

import dev.rota.shift.CalendarOverride;
import dev.rota.shift.Span;
import dev.rota.shift.Timetable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out what has to be worked out of its time for a switchover to come when operations want it. */
public final class Reshuffle {

    private Reshuffle() {}

    /**
     * The exception that makes a switchover of that instant: the next shift comes early and works the rest of the one
     * before, or the one before stays on into the next. Empty when the calendar has the switchover at that instant.
     *
     * @throws IllegalArgumentException when the calendar has no such switchover to bring forward or to put off
     */
    public static Optional<CalendarOverride> of(
            Timetable timetable, String calendar, Instant at, String from, String to, String reason) {
        var before = timetable.spanAt(calendar, at.minusNanos(1)).orElse(null);
        var after = timetable.spanAt(calendar, at).orElse(null);
        if (is(from, before) && is(to, after)) {
            return Optional.empty();
        }
        if (after != null && is(from, after)) {
            return Optional.of(new CalendarOverride(calendar, to, at, after.until(), reason));
        }
        if (after != null && is(to, after)) {
            var ended = timetable.spanAt(calendar, after.from().minusNanos(1)).orElse(null);
            if (is(from, ended)) {
                return Optional.of(new CalendarOverride(calendar, from, after.from(), at, reason));
            }
        }
        throw new IllegalArgumentException("calendar " + calendar + " has "
                + (after == null ? "no shift" : "shift " + after.shift().name())
                + " then; expected 'from' to be the shift that is on, or 'to' the one that follows on 'from'");
    }

    private static boolean is(String shift, @Nullable Span span) {
        return span != null && span.shift().name().equals(shift);
    }
}
