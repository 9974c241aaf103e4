package dev.rota.shift;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The shifts of one part of the company, in one time zone. */
public record Calendar(String name, ZoneId zone, List<Shift> shifts) {

    public Calendar {
        shifts = List.copyOf(shifts);
    }

    /** The shifts that start on that day, holidays or not. */
    List<Span> on(LocalDate date) {
        return shifts.stream()
                .filter(shift -> shift.days().contains(date.getDayOfWeek()))
                .map(shift -> Span.of(shift, date, zone))
                .toList();
    }
}
