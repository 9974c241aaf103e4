package dev.rota.shift;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the roster: who works a shift of a calendar, on which of its days.
 *
 * @param days the days of the week on which they do
 * @param cycle the days on and off of each of them; null when there is none
 * @param from the first day on which the line holds
 * @param to the last day on which it holds
 */
public record Duty(
        String calendar,
        String shift,
        Set<String> agents,
        Set<DayOfWeek> days,
        @Nullable Cycle cycle,
        LocalDate from,
        LocalDate to) {

    public Duty {
        agents = Set.copyOf(agents);
        days = Set.copyOf(days);
    }

    /** A line that holds always. */
    public Duty(String calendar, String shift, Set<String> agents, @Nullable Cycle cycle) {
        this(calendar, shift, agents, EnumSet.allOf(DayOfWeek.class), cycle, LocalDate.MIN, LocalDate.MAX);
    }

    boolean covers(String agent, Span span) {
        var date = span.date();
        return span.shift().name().equals(shift)
                && agents.contains(agent)
                && !date.isBefore(from)
                && !date.isAfter(to)
                && days.contains(date.getDayOfWeek())
                && (cycle == null || cycle.works(agent, date));
    }
}
