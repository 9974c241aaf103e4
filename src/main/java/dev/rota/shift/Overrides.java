package dev.rota.shift;

import java.time.Instant;
import java.util.List;

/** The dated exceptions of a timetable; of two about the same at the same time the later in the list holds. */
public record Overrides(List<CalendarOverride> calendars, List<QueueOverride> queues, List<AgentOverride> agents) {

    public static final Overrides NONE = new Overrides(List.of(), List.of(), List.of());

    public Overrides {
        calendars = List.copyOf(calendars);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }

    /** Those that hold in some of that time. */
    Overrides within(Instant from, Instant until) {
        return new Overrides(within(calendars, from, until), within(queues, from, until), within(agents, from, until));
    }

    private static <T extends Lasting> List<T> within(List<T> all, Instant from, Instant until) {
        return all.stream().filter(one -> one.overlaps(from, until)).toList();
    }
}
