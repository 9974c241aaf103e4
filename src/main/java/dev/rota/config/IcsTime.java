package dev.rota.config;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;

/** A time that an iCalendar file names: whole days, or from one instant to another. */
sealed interface IcsTime {

    /** What the file calls it. */
    String name();

    /** Whole days, whatever the zone. */
    record WholeDays(String name, LocalDate first, LocalDate last) implements IcsTime {

        Stream<LocalDate> dates() {
            return first.datesUntil(last.plusDays(1));
        }
    }

    /** Some hours. */
    record Hours(String name, Instant from, Instant until) implements IcsTime {}

    /** Midnight to midnight in the company's zone is whole days: so do calendars write them that know only instants. */
    static IcsTime of(String name, Instant from, Instant until, ZoneId zone) {
        var begins = from.atZone(zone);
        var ends = until.atZone(zone);
        var whole = begins.toLocalTime().equals(LocalTime.MIDNIGHT)
                && ends.toLocalTime().equals(LocalTime.MIDNIGHT)
                && from.isBefore(until);
        return whole
                ? new WholeDays(name, begins.toLocalDate(), ends.toLocalDate().minusDays(1))
                : new Hours(name, from, until);
    }
}
