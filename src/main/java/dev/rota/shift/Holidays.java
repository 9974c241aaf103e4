package dev.rota.shift;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The holidays by their day. */
final class Holidays {

    private final Map<LocalDate, List<Holiday>> byDate;

    Holidays(Collection<Holiday> holidays) {
        byDate = Map.copyOf(holidays.stream().collect(groupingBy(Holiday::date, toUnmodifiableList())));
    }

    List<Holiday> on(LocalDate date) {
        return byDate.getOrDefault(date, List.of());
    }
}
