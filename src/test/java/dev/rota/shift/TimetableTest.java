package dev.rota.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

    private final Timetable timetable = Plans.in("America/Sao_Paulo");

    @ParameterizedTest(name = "{0} at {1} is {2}")
    @CsvSource(
            nullValues = "none",
            textBlock =
                    """
            plantao,   2026-11-24T23:30:00-03:00, night
            plantao,   2026-11-25T05:30:00-03:00, night
            plantao,   2026-11-25T05:59:59-03:00, night
            plantao,   2026-11-25T06:00:00-03:00, morning
            plantao,   2026-11-25T12:00:00-03:00, morning
            plantao,   2026-11-25T14:00:00-03:00, afternoon
            plantao,   2026-11-25T21:59:59-03:00, afternoon
            plantao,   2026-11-25T22:00:00-03:00, night
            plantao,   2026-12-25T12:00:00-03:00, morning
            comercial, 2026-11-25T07:59:59-03:00, none
            comercial, 2026-11-25T08:00:00-03:00, early
            comercial, 2026-11-25T12:00:00-03:00, none
            comercial, 2026-11-25T13:00:00-03:00, late
            comercial, 2026-11-28T10:00:00-03:00, early
            comercial, 2026-11-28T15:00:00-03:00, none
            comercial, 2026-11-29T10:00:00-03:00, none
            comercial, 2026-12-25T10:00:00-03:00, none
            """)
    void a_shift_holds_from_its_start_on_and_before_its_end(String calendar, OffsetDateTime at, String shift) {
        assertThat(timetable.shiftAt(calendar, at.toInstant())).isEqualTo(shift);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            textBlock =
                    """
            bia,  2026-11-25T08:00:00-03:00, early until 2026-11-25T15:00:00Z
            rui,  2026-11-24T23:30:00-03:00, night until 2026-11-25T09:00:00Z
            rui,  2026-11-25T05:59:59-03:00, night until 2026-11-25T09:00:00Z
            lia,  2026-11-25T05:30:00-03:00, not on the roster of this hour; next shift night at 22:00
            rui,  2026-11-25T06:00:00-03:00, not on the roster of this hour; next shift night on 26 November at 22:00
            rui,  2026-11-28T23:00:00-03:00, on leave until 28 November
            rui,  2026-11-29T03:00:00-03:00, on leave until 28 November
            lia,  2026-11-28T03:00:00-03:00, night until 2026-11-28T09:00:00Z
            ana,  2026-12-25T12:00:00-03:00, morning until 2026-12-25T17:00:00Z
            eva,  2026-12-21T00:00:00-03:00, on leave until 4 January
            eva,  2027-01-04T21:00:00-03:00, on leave until 4 January
            eva,  2027-01-05T14:00:00-03:00, afternoon until 2027-01-06T01:00:00Z
            bia,  2026-12-25T10:00:00-03:00, holiday Natal
            bia,  2026-12-25T14:00:00-03:00, not on the roster of this hour; next shift early on 26 December at 08:00
            otto, 2026-11-25T12:00:00-03:00, on no roster
            """)
    void attendance_says_until_when_or_why_not(String agent, OffsetDateTime at, String words) {
        assertThat(words(timetable.attendance(agent, at.toInstant()))).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} with hours of {1} at {2}: opens {3}")
    @CsvSource(
            nullValues = "always",
            textBlock =
                    """
            billing, comercial, 2026-11-25T10:00:00-03:00, 2026-11-25T10:00:00-03:00
            billing, comercial, 2026-11-25T12:30:00-03:00, 2026-11-25T13:00:00-03:00
            billing, comercial, 2026-11-25T20:00:00-03:00, 2026-11-26T08:00:00-03:00
            billing, comercial, 2026-11-28T12:00:00-03:00, 2026-11-30T08:00:00-03:00
            billing, comercial, 2026-12-25T12:00:00-03:00, 2026-12-26T08:00:00-03:00
            billing, plantao,   2026-12-25T12:00:00-03:00, 2026-12-26T00:00:00-03:00
            billing, always,    2026-12-25T12:00:00-03:00, 2026-12-26T00:00:00-03:00
            support, always,    2026-12-25T12:00:00-03:00, 2026-12-25T12:00:00-03:00
            """)
    void a_closed_queue_says_when_it_opens(String queue, String hours, OffsetDateTime at, OffsetDateTime opens) {
        assertThat(timetable.nextOpening(queue, hours, at.toInstant())).contains(opens.toInstant());
        assertThat(timetable.open(queue, hours, at.toInstant())).isEqualTo(at.isEqual(opens));
    }

    @Test
    void a_queue_whose_calendar_never_opens_has_no_next_opening() {
        var never = new Calendar("never", timetable.zone("plantao"), List.of());
        var idle = new Timetable(never.zone(), List.of(never), List.of(), List.of(), List.of());
        assertThat(idle.nextOpening("billing", "never", Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "never",
            textBlock =
                    """
            1, 2026-11-26T15:00:00Z
            300, 2027-09-21T15:00:00Z
            366, 2027-11-26T15:00:00Z
            400, never
            """)
    void a_queue_that_is_closed_for_long_opens_within_a_year_or_has_no_next_opening(int days, Instant opens) {
        var noon = Instant.parse("2026-11-25T15:00:00Z");
        var closed = new QueueOverride("support", false, noon, noon.plus(Duration.ofDays(days)), "rebuilding");
        var plan = Plans.in("America/Sao_Paulo", new Overrides(List.of(), List.of(closed), List.of()));
        assertThat(plan.nextOpening("support", null, noon).orElse(null)).isEqualTo(opens);
    }

    @Test
    void the_holiday_of_the_day_has_its_name_on_every_calendar() {
        var noon = Instant.parse("2026-12-25T15:00:00Z");
        assertThat(timetable.holidayAt("plantao", noon)).isEqualTo("Natal");
        assertThat(timetable.holidayAt("comercial", noon)).isEqualTo("Natal");
        assertThat(timetable.holidayAt("comercial", Instant.parse("2026-12-25T02:59:59Z")))
                .isNull();
    }

    @Test
    void an_unknown_calendar_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> timetable.shiftAt("plantoa", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("plantoa", "plantao", "comercial");
    }

    private static String words(Attendance attendance) {
        return attendance instanceof Attendance.OnShift on
                ? on.shift() + " until " + on.until()
                : ((Attendance.Off) attendance).reason();
    }
}
