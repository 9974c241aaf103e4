package dev.rota.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The shifts of one part of the company, in one time zone. */
public record Calendar(String name, ZoneId zone, List<Shift> shifts) {

    public Calendar {
        shifts = List.copyOf(shifts);
    }

    /** The shifts that start on that day, holidays or not; one that falls into a gap of the clocks is none. */
    List<Span> on(LocalDate date) {
        return shifts.stream()
                .filter(shift -> shift.days().contains(date.getDayOfWeek()))
                .map(shift -> Span.of(shift, date, zone))
                .filter(span -> span.from().isBefore(span.until()))
                .toList();
    }

    /** One of the shifts at a time that is not its own. */
    Span span(String shift, Instant from, Instant until) {
        var known = shifts.stream()
                .filter(one -> one.name().equals(shift))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("calendar " + name + " has no shift " + shift));
        return new Span(known, from.atZone(zone).toLocalDate(), from, until);
    }
}
