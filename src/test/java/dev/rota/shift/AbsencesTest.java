package dev.rota.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsencesTest {

    private static final String ZONE = "America/Sao_Paulo";

    /** Eva is away for two weeks, davi, who stands in for her, for two days of them, and rui for davi on one. */
    private static final List<Leave> LEAVE = List.of(
            leave("eva", "2026-12-21", "2027-01-04", "davi"),
            leave("davi", "2026-12-28", "2026-12-29", "rui"),
            leave("rui", "2026-12-29", "2026-12-29", null));

    private final Timetable timetable = new Timetable(
            ZoneId.of(ZONE),
            List.of(Plans.plantao(ZONE)),
            List.of(),
            List.of(
                    new Duty("plantao", "afternoon", Set.of("eva"), null),
                    new Duty("plantao", "morning", Set.of("davi"), null),
                    new Duty("plantao", "night", Set.of("lia"), null)),
            LEAVE);

    @ParameterizedTest(name = "{1}: {0} is replaced by {2}")
    @CsvSource(
            nullValues = "nobody",
            textBlock =
                    """
            eva,  2026-12-20T15:00:00-03:00, nobody
            eva,  2026-12-21T00:00:00-03:00, davi
            eva,  2026-12-28T15:00:00-03:00, rui
            eva,  2026-12-29T15:00:00-03:00, nobody
            eva,  2026-12-30T15:00:00-03:00, davi
            eva,  2027-01-05T00:00:00-03:00, nobody
            davi, 2026-12-28T15:00:00-03:00, rui
            lia,  2026-12-28T15:00:00-03:00, nobody
            """)
    void a_substitute_who_is_away_is_followed_to_theirs(String agent, OffsetDateTime at, String substitute) {
        assertThat(timetable.substituteOf(agent, at.toInstant()).orElse(null)).isEqualTo(substitute);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}, {3}")
    @CsvSource(
            textBlock =
                    """
            davi, 2026-12-20T15:00:00-03:00, off,       not on the roster of this hour; next shift morning on 21 December at 06:00
            davi, 2026-12-21T10:00:00-03:00, morning,   on the roster of morning of plantao
            davi, 2026-12-21T15:00:00-03:00, afternoon, 'works afternoon of plantao for eva, who is on leave until 4 January'
            davi, 2026-12-28T15:00:00-03:00, off,       on leave until 29 December
            rui,  2026-12-28T10:00:00-03:00, morning,   'works morning of plantao for davi, who is on leave until 29 December'
            rui,  2026-12-28T15:00:00-03:00, afternoon, 'works afternoon of plantao for eva, who is on leave until 4 January'
            rui,  2026-12-29T15:00:00-03:00, off,       on leave until 29 December
            """)
    void whoever_stands_in_works_the_shifts(String agent, OffsetDateTime at, String state, String because) {
        assertThat(timetable.effectOnAgent(agent, at.toInstant()))
                .extracting(Effect::state, Effect::because)
                .containsExactly(state, because);
    }

    @Test
    void a_night_that_began_before_the_leave_is_nobody_elses() {
        var night = new Timetable(
                ZoneId.of(ZONE),
                List.of(Plans.plantao(ZONE)),
                List.of(),
                List.of(new Duty("plantao", "night", Set.of("lia"), null)),
                List.of(leave("lia", "2026-12-21", "2026-12-21", "rui")));
        var three = OffsetDateTime.parse("2026-12-21T03:00:00-03:00").toInstant();
        var dayAfter = OffsetDateTime.parse("2026-12-22T03:00:00-03:00").toInstant();
        assertThat(night.substituteOf("lia", three)).isEmpty();
        assertThat(night.attendance("rui", three)).isInstanceOf(Attendance.Off.class);
        assertThat(night.substituteOf("lia", dayAfter)).contains("rui");
        assertThat(night.attendance("rui", dayAfter)).isInstanceOf(Attendance.OnShift.class);
    }

    @Test
    void a_circle_ends_where_it_is_met_again_and_gives_the_work_to_nobody() {
        var circle = new Absences(List.of(
                leave("ana", "2026-12-21", "2026-12-23", "bia"),
                leave("bia", "2026-12-23", "2026-12-24", "caio"),
                leave("caio", "2026-12-22", "2026-12-23", "ana")));
        var day = LocalDate.parse("2026-12-23");
        assertThat(circle.chain("ana", day)).containsExactly("ana", "bia", "caio", "ana");
        assertThat(circle.worker("ana", day)).isEmpty();
        assertThat(circle.worker("ana", day.minusDays(1))).contains("bia");
    }

    private static Leave leave(String agent, String from, String to, @Nullable String substitute) {
        return new Leave(agent, LocalDate.parse(from), LocalDate.parse(to), substitute);
    }
}
