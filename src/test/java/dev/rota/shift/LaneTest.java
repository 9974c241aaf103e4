package dev.rota.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lane shows what the timetable answers minute by minute. */
class LaneTest {

    private static final String ZONE = "America/Sao_Paulo";
    private static final Set<String> ALL = Set.of("ana", "caio", "davi", "eva", "rui", "lia");
    private static final Post SUPPORT = new Post("support", null, ALL, null, Set.of());
    private static final Post SALES = new Post("sales", "comercial", Set.of("bia"), null, Set.of());
    private static final Post BILLING = new Post("billing", null, Set.of("ana", "eva"), null, Set.of());

    @ParameterizedTest
    @CsvSource({
        "America/Sao_Paulo, 2026-11-22T15:00:00Z",
        "America/Sao_Paulo, 2026-12-20T15:00:00Z",
        "Europe/Lisbon,     2026-10-20T10:00:00Z",
        "America/New_York,  2027-03-10T10:00:00Z",
        "Asia/Kolkata,      2026-11-22T10:00:00Z"
    })
    void each_minute_of_two_weeks_shows_who_serves_an_open_queue(String zone, Instant from) {
        var timetable = Plans.in(zone, exceptions(from));
        for (var post : List.of(SUPPORT, SALES, BILLING)) {
            var lane = Lane.of(timetable, post, from, 14);
            assertThat(lane.days()).hasSize(14);
            for (var day : lane.days()) {
                minutes(day).forEach(at -> assertThat(shown(day, at))
                        .as("%s at %s", post.queue(), at)
                        .isEqualTo(answered(timetable, post, at)));
            }
        }
    }

    @Test
    void a_day_is_told_in_as_few_parts_as_there_are_changes() {
        var lane = Lane.of(Plans.in(ZONE), SALES, Instant.parse("2026-11-24T15:00:00Z"), 1);

        assertThat(lane.days()).singleElement().satisfies(day -> assertThat(day.open())
                .containsExactly(
                        new Lane.Part(
                                Instant.parse("2026-11-24T11:00:00Z"),
                                Instant.parse("2026-11-24T15:00:00Z"),
                                List.of("bia")),
                        new Lane.Part(
                                Instant.parse("2026-11-24T16:00:00Z"),
                                Instant.parse("2026-11-24T23:00:00Z"),
                                List.of())));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-25T15:00:00Z, Natal", "2026-12-24T15:00:00Z, ''"})
    void a_holiday_is_named_where_it_closes_something(Instant on, String name) {
        assertThat(Stream.of(SALES, BILLING, SUPPORT)
                        .map(post -> Lane.of(Plans.in(ZONE), post, on, 1).days().get(0))
                        .map(day -> String.join(",", day.holidays())))
                .containsExactly(name, name, "");
    }

    @Test
    void leave_and_exceptions_of_a_time_are_at_hand() {
        var from = Instant.parse("2026-11-22T15:00:00Z");
        var timetable = Plans.in(ZONE, exceptions(from));

        assertThat(timetable.leave(LocalDate.parse("2026-11-28"), LocalDate.parse("2026-12-20")))
                .containsExactly(new Leave("rui", LocalDate.parse("2026-11-28"), LocalDate.parse("2026-11-28")));
        assertThat(timetable.overrides(from, from.plus(Duration.ofDays(1))).queues())
                .hasSize(1);
        assertThat(timetable.overrides(from, from.plus(Duration.ofDays(1))).agents())
                .isEmpty();
    }

    private static Overrides exceptions(Instant from) {
        var day = Duration.ofDays(1);
        return new Overrides(
                List.of(new CalendarOverride(
                        "plantao", "night", from.plus(day.multipliedBy(3)), from.plus(day.multipliedBy(4)), "storm")),
                List.of(new QueueOverride("support", false, from.plusSeconds(600), from.plusSeconds(7_200), "drill")),
                List.of(new AgentOverride(
                        "eva",
                        new AgentOverride.Work("plantao", "morning"),
                        from.plus(day.multipliedBy(5)),
                        from.plus(day.multipliedBy(6)),
                        "swap")));
    }

    private static Stream<Instant> minutes(Lane.OfDay day) {
        return Stream.iterate(day.from(), at -> at.isBefore(day.until()), at -> at.plusSeconds(60));
    }

    /** The names at an instant, or {@code closed}. */
    private static String shown(Lane.OfDay day, Instant at) {
        var parts = day.open().stream().filter(part -> part.contains(at)).toList();
        assertThat(parts).hasSizeLessThanOrEqualTo(1);
        return parts.isEmpty() ? "closed" : String.join(",", parts.get(0).people());
    }

    private static String answered(Timetable timetable, Post post, Instant at) {
        return timetable.open(post.queue(), post.hours(), at)
                ? post.agents().stream()
                        .filter(agent -> timetable.attendance(agent, at) instanceof Attendance.OnShift)
                        .sorted()
                        .collect(Collectors.joining(","))
                : "closed";
    }

    @Test
    void days_are_those_of_the_zone() {
        var lane = Lane.of(Plans.in(ZONE), SUPPORT, Instant.parse("2026-11-25T01:00:00Z"), 2);

        assertThat(lane.zone()).isEqualTo(ZoneId.of(ZONE));
        assertThat(lane.days())
                .extracting(Lane.OfDay::date)
                .containsExactly(LocalDate.parse("2026-11-24"), LocalDate.parse("2026-11-25"));
    }
}
