package dev.rota.shift;

import java.time.ZoneId;
import java.util.List;

/** The shifts of one part of the company, in one time zone. */
public record Calendar(String name, ZoneId zone, List<Shift> shifts) {

    public Calendar {
        shifts = List.copyOf(shifts);
    }
}
