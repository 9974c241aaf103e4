package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.ShiftEnd;
import dev.rota.shift.Calendar;
import dev.rota.shift.Duty;
import dev.rota.shift.Shift;
import dev.rota.shift.Timetable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nights on which clocks are set forward or back over the very time of a switchover. */
class SwitchoverNightsTest {

    private static final Duration STEP = Duration.ofMinutes(10);

    @ParameterizedTest(name = "{0}, the night of {1}, at {2}")
    @CsvSource({
        "America/New_York, 2026-03-07T20:00:00-05:00, 02:30, 2026-03-08T07:00:00Z", // 2:00 becomes 3:00
        "America/New_York, 2026-10-31T20:00:00-04:00, 01:30, 2026-11-01T05:30:00Z", // 2:00 becomes 1:00
        "America/Santiago, 2026-09-05T20:00:00-04:00, 00:30, 2026-09-06T04:00:00Z", // 24:00 becomes 1:00
        "America/Santiago, 2026-04-04T20:00:00-03:00, 23:30, 2026-04-05T02:30:00Z", // 24:00 becomes 23:00
    })
    void a_switchover_in_the_hour_that_is_missing_or_comes_twice_is_made_once(
            ZoneId zone, Instant evening, LocalTime edge, Instant expected) {
        try (var night = new Evening(new ShiftEnd.HandOver())) {
            var desk = night.desk;
            desk.clock.set(evening);
            desk.company = desk.company.with(timetable(zone, edge));
            desk.jdbc
                    .sql("UPDATE switchover_watermark SET at = :at")
                    .param("at", Unnest.timestamp(evening))
                    .update();
            var talk = night.talk("5511900000001", "olá");
            assertThat(desk.state(talk)).isEqualTo("in_progress support ana 2");

            for (var passed = Duration.ZERO; passed.toHours() < 14; passed = passed.plus(STEP)) {
                desk.pass(STEP);
                desk.due.make();
                desk.due.takeUp();
            }

            assertThat(desk.jdbc
                            .sql("SELECT beginning FROM switchover WHERE at > :evening ORDER BY at")
                            .param("evening", Unnest.timestamp(evening))
                            .query(String.class)
                            .list())
                    .containsExactly("night", "day");
            assertThat(desk.count(
                            "SELECT count(*) FROM switchover WHERE beginning = 'night' AND at = '" + expected + "'"))
                    .isEqualTo(1);
            assertThat(desk.whole(talk).assignments())
                    .extracting(Whole.Assignment::agent)
                    .containsExactly("ana", "rui", "ana");
        }
    }

    /** Ana works by day until the edge, Rui from then until eight. */
    private static Timetable timetable(ZoneId zone, LocalTime edge) {
        var always = EnumSet.allOf(DayOfWeek.class);
        var morning = LocalTime.of(8, 0);
        var shifts = List.of(new Shift("day", always, morning, edge), new Shift("night", always, edge, morning));
        return new Timetable(
                zone,
                List.of(new Calendar("plantao", zone, shifts), new Calendar("comercial", zone, List.of())),
                List.of(),
                List.of(
                        new Duty("plantao", "day", Set.of("ana"), null),
                        new Duty("plantao", "night", Set.of("rui"), null)),
                List.of());
    }
}
