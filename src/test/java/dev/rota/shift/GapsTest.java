package dev.rota.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapsTest {

    private static final String ZONE = "America/Sao_Paulo";
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T15:00:00Z");

    private final List<Duty> roster = new ArrayList<>(List.of(
            new Duty("plantao", "morning", Set.of("ana"), null),
            new Duty("plantao", "afternoon", Set.of("davi"), null),
            new Duty("plantao", "night", Set.of("rui", "lia"), cycle())));
    private final List<Leave> leave = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();

    @Test
    void a_plan_without_gaps_has_no_findings() {
        posts.add(new Post(
                "support", null, Set.of("ana", "davi", "rui", "lia"), "billing", Set.of("ana", "davi", "rui", "lia")));
        assertThat(sentences()).isEmpty();
    }

    @Test
    void an_open_queue_without_people_is_found_by_day_and_hour() {
        posts.add(new Post("sales", "comercial", Set.of("ana"), null, Set.of()));
        assertThat(sentences())
                .containsExactly(
                        "queue 'sales' is open with nobody on shift on Mondays, Tuesdays, Wednesdays, Thursdays, Fridays"
                                + " 14:00-20:00, 259 times from 2026-11-25 on (America/Sao_Paulo)");
    }

    @Test
    void leave_without_a_substitute_leaves_a_gap_and_with_one_another_load() {
        posts.add(new Post("support", null, Set.of("ana", "davi", "rui", "lia"), null, Set.of()));
        leave.add(new Leave("ana", LocalDate.parse("2026-12-21"), LocalDate.parse("2026-12-21")));
        leave.add(new Leave("davi", LocalDate.parse("2026-12-28"), LocalDate.parse("2026-12-28"), "ana"));
        assertThat(sentences())
                .containsExactly(
                        "queue 'support' is open with nobody on shift on 2026-12-21 06:00-14:00 (America/Sao_Paulo)",
                        "shift 'morning' of calendar 'plantao' has nobody on its roster on 2026-12-21 06:00-14:00"
                                + " (America/Sao_Paulo)",
                        "agent 'ana' is on shift for 16 hours without a pause on 2026-12-28 06:00-22:00"
                                + " (America/Sao_Paulo)");
    }

    @Test
    void a_skill_that_nobody_on_shift_has_is_another_gap_than_nobody() {
        roster.remove(0);
        posts.add(new Post("support", null, Set.of("davi", "rui", "lia"), "billing", Set.of("davi")));
        assertThat(sentences())
                .containsExactly(
                        "queue 'support' is open with nobody on shift every day 06:00-14:00,"
                                + " 365 times from 2026-11-25 on (America/Sao_Paulo)",
                        "shift 'morning' of calendar 'plantao' has nobody on its roster every day 06:00-14:00,"
                                + " 365 times from 2026-11-25 on (America/Sao_Paulo)",
                        "queue 'support' is open with nobody on shift who has the skill 'billing' every day 22:00-06:00,"
                                + " 364 times from 2026-11-25 on (America/Sao_Paulo)");
    }

    @Test
    void an_agent_in_two_shifts_at_once_is_found() {
        roster.add(new Duty("comercial", "early", Set.of("ana"), null));
        assertThat(sentences())
                .contains("agent 'ana' is in two shifts at once, morning of plantao and early of comercial on Mondays,"
                        + " Tuesdays, Wednesdays, Thursdays, Fridays, Saturdays 08:00-12:00, 311 times from"
                        + " 2026-11-26 on (America/Sao_Paulo)")
                .noneMatch(sentence -> sentence.contains("pause"));
    }

    @Test
    void a_roster_that_ends_is_one_gap_to_the_end() {
        roster.set(
                0,
                new Duty(
                        "plantao",
                        "morning",
                        Set.of("ana"),
                        Plans.DAILY,
                        null,
                        LocalDate.MIN,
                        LocalDate.parse("2026-12-31")));
        roster.set(
                1,
                new Duty(
                        "plantao",
                        "afternoon",
                        Set.of("davi"),
                        Plans.DAILY,
                        null,
                        LocalDate.MIN,
                        LocalDate.parse("2026-12-31")));
        roster.remove(2);
        posts.add(new Post("support", null, Set.of("ana", "davi"), null, Set.of()));
        assertThat(sentences())
                .contains("queue 'support' is open with nobody on shift from 2026-12-31 22:00 to 2027-11-24 12:00"
                        + " (America/Sao_Paulo)");
    }

    @Test
    void many_times_of_the_day_are_named_five_times() {
        posts.add(new Post("sales", null, Set.of("zoe"), null, Set.of()));
        var days = IntStream.range(0, 20)
                .mapToObj(i -> new CalendarOverride(
                        "plantao",
                        "morning",
                        WEDNESDAY.plus(Duration.ofMinutes(1500L * i)),
                        WEDNESDAY.plus(Duration.ofMinutes(1500L * i + 30)),
                        "drill"));
        roster.add(new Duty("plantao", "morning", Set.of("zoe"), null));
        var timetable = timetable(new Overrides(days.toList(), List.of(), List.of()));
        assertThat(Gaps.of(timetable, posts, WEDNESDAY, Gaps.AHEAD))
                .filteredOn(gap -> gap.subject().equals("sales"))
                .hasSize(5)
                .last()
                .satisfies(gap -> assertThat(gap.others()).isGreaterThan(10));
    }

    /** Sixty agents, thirty queues and a year; that it is fast enough is measured and not tested. */
    @Test
    void a_large_company_gives_few_findings() {
        for (var i = 0; i < 60; i++) {
            roster.add(new Duty("plantao", i % 2 == 0 ? "morning" : "afternoon", Set.of("agent" + i), null));
        }
        for (var i = 0; i < 30; i++) {
            posts.add(new Post("queue" + i, null, Set.of("agent" + i, "agent" + (i + 1)), null, Set.of()));
        }
        assertThat(sentences()).hasSize(30);
    }

    private List<String> sentences() {
        return Gaps.of(timetable(Overrides.NONE), posts, WEDNESDAY, Gaps.AHEAD).stream()
                .map(Gap::sentence)
                .toList();
    }

    private Timetable timetable(Overrides overrides) {
        return new Timetable(
                ZoneId.of(ZONE),
                List.of(Plans.plantao(ZONE), Plans.comercial(ZONE)),
                List.of(Plans.NATAL),
                roster,
                leave,
                overrides,
                Timetable.LONGEST_SHIFT);
    }

    private static Cycle cycle() {
        return new Cycle(1, 2, Map.of("rui", LocalDate.parse("2026-11-22"), "lia", LocalDate.parse("2026-11-23")));
    }
}
