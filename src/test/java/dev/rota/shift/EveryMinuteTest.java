package dev.rota.shift;

import static dev.rota.shift.Sketch.CALENDAR;
import static dev.rota.shift.Sketch.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten zones, ten years: the nights on which clocks change and days drawn by seed, minute by minute against an oracle. */
class EveryMinuteTest {

    private static final int FIRST_YEAR = 2016;
    private static final int YEARS = 10;
    private static final int DRAWN = 1;
    private static final Duration ALMOST = Duration.ofMinutes(1).minusNanos(1);
    private static final Duration WINDOW = Duration.ofHours(30);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/Sao_Paulo",
                "America/Santiago",
                "Europe/Lisbon",
                "Africa/Cairo",
                "Asia/Kathmandu",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/Mexico_City",
                "Asia/Tehran",
                "Pacific/Apia"
            })
    void every_minute_agrees_with_the_clock_on_the_wall(String zone) {
        for (var window : windows(ZoneId.of(zone), FIRST_YEAR, YEARS)) {
            compare(window, Answers.of(window.plan().timetable()));
        }
    }

    @Test
    void a_clock_that_goes_back_over_midnight_and_a_day_that_is_left_out_agree_too() {
        var stJohns = ZoneId.of("America/St_Johns");
        for (var seed = 0; seed < 60; seed++) {
            var window = window(stJohns, LocalDate.parse("2008-11-01"), new Random(seed));
            compare(window, Answers.of(window.plan().timetable()));
        }
        for (var window : windows(ZoneId.of("Pacific/Apia"), 2011, 1)) {
            compare(window, Answers.of(window.plan().timetable()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Santiago", "Australia/Lord_Howe", "Africa/Cairo", "America/New_York"})
    void the_next_opening_is_the_first_open_minute(String zone) {
        for (var window : windows(ZoneId.of(zone), FIRST_YEAR, YEARS)) {
            var timetable = window.plan().timetable();
            var wall = new Wall(window.plan(), window.from());
            Instant closed = null;
            for (var minute = 0; minute < WINDOW.toMinutes(); minute++) {
                if (closed != null && wall.open()) {
                    assertThat(timetable.nextOpening(QUEUE, CALENDAR, closed))
                            .as("%s at %s", window, closed)
                            .contains(wall.at());
                }
                closed = wall.open() ? null : closed == null ? wall.at() : closed;
                wall.tick();
            }
        }
    }

    /** Each planted bug must be seen, else the comparison proves nothing. */
    @ParameterizedTest
    @EnumSource
    void the_comparison_sees_a_planted_bug(PlantedBug bug) {
        var windows = windows(ZoneId.of("America/New_York"), FIRST_YEAR, YEARS);
        assertThatThrownBy(() -> windows.forEach(window -> compare(window, bug.in(window.plan()))))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Santiago", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"})
    void a_year_is_cut_into_stretches_without_gap_or_overlap(String zone) {
        var from = Instant.parse("2020-01-01T00:00:00Z");
        var to = from.plus(Duration.ofDays(366));
        var plan = Sketch.of(ZoneId.of(zone), LocalDate.of(2020, 4, 5), new Random(7));
        var timetable = plan.timetable();
        var kinds = Stream.concat(
                Stream.<Function<Instant, Effect>>of(
                        at -> timetable.effectOnCalendar(CALENDAR, at),
                        at -> timetable.effectOnQueue(QUEUE, CALENDAR, at),
                        at -> timetable.effectOnQueue(QUEUE, null, at)),
                Sketch.AGENTS.stream().map(agent -> at -> timetable.effectOnAgent(agent, at)));
        kinds.forEach(effect -> {
            var before = effect.apply(from);
            while (before.until().isBefore(to)) {
                var next = effect.apply(before.until());
                assertThat(next.from()).isEqualTo(before.until());
                assertThat(effect.apply(next.until().minusNanos(1))).isEqualTo(next);
                before = next;
            }
        });
    }

    private static void compare(Window window, Answers answers) {
        var wall = new Wall(window.plan(), window.from());
        for (var minute = 0; minute < WINDOW.toMinutes(); minute++) {
            same(window, wall, "shift", wall.shift(), answers.shift(wall.at()));
            same(
                    window,
                    wall,
                    "shift to the last",
                    wall.shift(),
                    answers.shift(wall.at().plus(ALMOST)));
            same(window, wall, "open", wall.open(), answers.open(wall.at()));
            for (var agent : Sketch.AGENTS) {
                same(window, wall, agent, wall.works(agent), answers.works(agent, wall.at()));
            }
            wall.tick();
        }
    }

    private static void same(Window window, Wall wall, String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            fail("%s at %s: %s is %s instead of %s".formatted(window, wall.at(), what, found, expected));
        }
    }

    /** For each year the days on which clocks change, and some drawn by the year. */
    private static List<Window> windows(ZoneId zone, int first, int years) {
        var windows = new ArrayList<Window>();
        for (var year = first; year < first + years; year++) {
            var random = new Random(year);
            var begin = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
            var next = zone.getRules().nextTransition(begin);
            while (next != null && next.getDateTimeBefore().getYear() == year) {
                windows.add(window(zone, next.getDateTimeBefore().toLocalDate().minusDays(1), random));
                next = zone.getRules().nextTransition(next.getInstant());
            }
            for (var drawn = 0; drawn < DRAWN; drawn++) {
                windows.add(window(zone, LocalDate.ofYearDay(year, 1 + random.nextInt(360)), random));
            }
        }
        return windows;
    }

    private static Window window(ZoneId zone, LocalDate day, Random random) {
        var from = day.atTime(12, 0).atZone(zone).toInstant();
        return new Window(Sketch.of(zone, day, random), from);
    }

    private record Window(Sketch plan, Instant from) {}
}
