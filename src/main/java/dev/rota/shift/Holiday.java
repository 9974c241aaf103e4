package dev.rota.shift;

import java.time.LocalDate;
import java.util.Set;

/** A day on which some calendars have no shifts and some queues are closed. */
public record Holiday(LocalDate date, String name, Set<String> closedCalendars, Set<String> closedQueues) {

    public Holiday {
        closedCalendars = Set.copyOf(closedCalendars);
        closedQueues = Set.copyOf(closedQueues);
    }
}
