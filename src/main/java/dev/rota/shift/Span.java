package dev.rota.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * One shift on one day, as instants.
 *
 * <p>It begins when the clock on the wall first shows its start, and ends when that clock first shows its end: where
 * clocks go forward over an edge, at the jump; where they go back over it, the first time.
 *
 * @param date the day it belongs to, which is the day it starts on
 * @param from when it begins
 * @param until when it is over; not part of it
 */
public record Span(Shift shift, LocalDate date, Instant from, Instant until) implements Lasting {

    static Span of(Shift shift, LocalDate date, ZoneId zone) {
        var lastDay = shift.crossesMidnight() ? date.plusDays(1) : date;
        return new Span(shift, date, first(date.atTime(shift.from()), zone), first(lastDay.atTime(shift.to()), zone));
    }

    /** When the clock of that zone first shows or passes a local time. */
    public static Instant first(LocalDateTime local, ZoneId zone) {
        var gap = zone.getRules().getTransition(local);
        return gap != null && gap.isGap()
                ? gap.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    Stretch stretch() {
        return new Stretch(from, until);
    }

    /** What is left of it, in at most two pieces, without that time. */
    Stream<Span> without(Instant begin, Instant end) {
        if (!overlaps(begin, end)) {
            return Stream.of(this);
        }
        return Stream.of(new Span(shift, date, from, begin), new Span(shift, date, end, until))
                .filter(piece -> piece.from.isBefore(piece.until));
    }
}
