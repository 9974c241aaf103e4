package dev.rota.shift;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * A named span of working time; one that ends at or before its start goes on past midnight and belongs to the day it
 * starts on.
 */
public record Shift(String name, Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public Shift {
        days = Set.copyOf(days);
    }

    /** Whether it ends on the day after the one it starts on. */
    public boolean crossesMidnight() {
        return !to.isAfter(from);
    }
}
