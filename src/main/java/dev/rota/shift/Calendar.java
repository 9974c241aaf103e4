package dev.rota.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The shifts of one part of the company, in one time zone. */
public record Calendar(String name, ZoneId zone, List<Shift> shifts) {

    public Calendar {
        shifts = List.copyOf(shifts);
    }

    /** The shifts that start on that day, holidays or not. */
    Stream<Span> on(LocalDate date) {
        return shifts.stream()
                .filter(shift -> shift.days().contains(date.getDayOfWeek()))
                .map(shift -> Span.of(shift, date, zone));
    }

    /** The shifts that are under way, holidays or not: last night's, and today's. */
    Stream<Span> at(Instant at) {
        var today = dateOf(at);
        return Stream.concat(on(today.minusDays(1)), on(today)).filter(span -> span.contains(at));
    }

    LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
