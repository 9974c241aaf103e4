package dev.rota.shift;

import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nights on which the clocks change: no hour without a shift, none with two. */
class ClockChangeTest {

    @ParameterizedTest(name = "{0}, night of {1}: {2} to {3}")
    @CsvSource(
            textBlock =
                    """
            America/Santiago, 2026-09-05, 2026-09-06T02:00:00Z, 2026-09-06T09:00:00Z
            America/Santiago, 2027-04-03, 2027-04-04T01:00:00Z, 2027-04-04T10:00:00Z
            Europe/Lisbon,    2027-03-27, 2027-03-27T22:00:00Z, 2027-03-28T05:00:00Z
            Europe/Lisbon,    2026-10-24, 2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z
            America/New_York, 2027-03-13, 2027-03-14T03:00:00Z, 2027-03-14T10:00:00Z
            America/New_York, 2026-10-31, 2026-11-01T02:00:00Z, 2026-11-01T11:00:00Z
            """)
    void a_night_with_a_clock_change_has_seven_or_nine_hours(String zone, LocalDate date, Instant from, Instant until) {
        var night = Span.of(Plans.shift("night", Plans.DAILY, "22:00", "06:00"), date, ZoneId.of(zone));
        assertThat(night.from()).isEqualTo(from);
        assertThat(night.until()).isEqualTo(until);
    }

    @ParameterizedTest(name = "{0}: {1} is first shown at {2}")
    @CsvSource(
            textBlock =
                    """
            America/Santiago, 2026-09-06T00:00, 2026-09-06T04:00:00Z
            America/Santiago, 2026-09-06T00:30, 2026-09-06T04:00:00Z
            America/Santiago, 2027-04-03T23:30, 2027-04-04T02:30:00Z
            America/Santiago, 2027-04-04T00:00, 2027-04-04T04:00:00Z
            Europe/Lisbon,    2027-03-28T01:30, 2027-03-28T01:00:00Z
            Europe/Lisbon,    2026-10-25T01:30, 2026-10-25T00:30:00Z
            America/New_York, 2027-03-14T02:30, 2027-03-14T07:00:00Z
            America/New_York, 2026-11-01T01:30, 2026-11-01T05:30:00Z
            """)
    void an_edge_within_the_change_is_passed_once(String zone, LocalDateTime local, Instant at) {
        assertThat(Span.first(local, ZoneId.of(zone))).isEqualTo(at);
    }

    /** The oracle walks through a year with the clock on the wall in view, and knows no zone rules. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Santiago", "Europe/Lisbon", "America/New_York"})
    void every_minute_of_a_year_agrees_with_the_clock_on_the_wall(String name) {
        var zone = ZoneId.of(name);
        var calendar = new Calendar(
                "comercial",
                zone,
                List.of(
                        Plans.shift("late", Plans.DAILY, "23:30", "01:30"),
                        Plans.shift("deep", EnumSet.complementOf(EnumSet.of(TUESDAY)), "01:30", "02:30"),
                        Plans.shift("day", Plans.DAILY, "02:30", "23:30")));
        var timetable = new Timetable(zone, List.of(calendar), Set.of(Plans.NATAL), List.of(), List.of());
        var wall = LocalDateTime.MIN;
        var end = Instant.parse("2027-07-01T00:00:00Z");
        for (var at = Instant.parse("2026-07-01T00:00:00Z"); at.isBefore(end); at = at.plusSeconds(60)) {
            var shown = LocalDateTime.ofInstant(at, zone);
            wall = shown.isAfter(wall) ? shown : wall;
            var shift = timetable.shiftAt("comercial", at);
            if (!Objects.equals(shift, expected(calendar, wall))) {
                fail("%s at %s: %s instead of %s".formatted(zone, at, shift, expected(calendar, wall)));
            }
        }
    }

    private static @Nullable String expected(Calendar calendar, LocalDateTime wall) {
        for (var day = wall.toLocalDate().minusDays(1); !day.isAfter(wall.toLocalDate()); day = day.plusDays(1)) {
            for (var shift : calendar.shifts()) {
                var works = shift.days().contains(day.getDayOfWeek()) && !day.equals(Plans.NATAL.date());
                if (works && within(shift, day, wall)) {
                    return shift.name();
                }
            }
        }
        return null;
    }

    private static boolean within(Shift shift, LocalDate day, LocalDateTime wall) {
        var from = day.atTime(shift.from());
        var to = day.plusDays(shift.to().isAfter(shift.from()) ? 0 : 1).atTime(shift.to());
        return !wall.isBefore(from) && wall.isBefore(to);
    }
}
