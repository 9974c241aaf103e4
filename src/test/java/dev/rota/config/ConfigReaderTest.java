package dev.rota.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.Agent;
import dev.rota.desk.App;
import dev.rota.desk.Company;
import dev.rota.desk.Downstream;
import dev.rota.desk.Handout;
import dev.rota.desk.Number;
import dev.rota.desk.Overflow;
import dev.rota.desk.Patience;
import dev.rota.desk.Queue;
import dev.rota.desk.ResponseTimes;
import dev.rota.desk.ShiftEnd;
import dev.rota.desk.Silence;
import dev.rota.desk.SkillStep;
import dev.rota.desk.Strategy;
import dev.rota.desk.Team;
import dev.rota.routing.Priority;
import dev.rota.shift.Attendance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {

    private static final Path GOOD = Path.of("src/test/resources/config-good");

    private final Map<String, String> environment = new HashMap<>(
            Map.of("SECRETS", "one, two", "OLD_SECRET", "three", "TOKEN", "t0ken", "HOST", "desk.example"));

    @Test
    void the_example_company_has_no_problem() {
        var reading = ConfigReader.read(Path.of("config"), name -> "set");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.required().queues()).containsOnlyKeys("sales", "support", "billing", "on-call");
    }

    @Test
    void every_key_reaches_the_company() {
        var company = company();
        assertThat(company.numbers())
                .containsOnly(Map.entry(
                        "main",
                        new Number("main", "100", "+55 11 4000-0000", "acme", "always", Set.of("desk", "back"))));
        assertThat(company.teams())
                .containsOnly(
                        Map.entry("desk", new Team("desk", "Desk", Set.of("nina"))),
                        Map.entry("back", new Team("back", "Back office", Set.of())));
        assertThat(company.agents())
                .containsEntry(
                        "ana", new Agent("ana", "Ana", "desk", 2, Map.of("billing", 3), Map.of("helpdesk", "17")))
                .containsEntry("bia", new Agent("bia", "Bia", "desk", 3, Map.of(), Map.of()));
        assertThat(company.requestTypes()).containsOnly("sales", "support");
        assertThat(company.fallback()).isEqualTo("support");
        assertThat(company.queues())
                .containsEntry(
                        "support",
                        new Queue(
                                "support",
                                "Support",
                                Set.of("desk"),
                                "billing",
                                "office",
                                Duration.ofDays(2),
                                List.of("helpdesk"),
                                new ShiftEnd.KeepFor(Duration.ofMinutes(20)),
                                new ResponseTimes(Duration.ofMinutes(2), Duration.ofMinutes(15)),
                                new Overflow(Duration.ofMinutes(30), "sales"),
                                new Handout(
                                        Strategy.LONGEST_IDLE,
                                        List.of(
                                                new SkillStep(Duration.ZERO, 3),
                                                new SkillStep(Duration.ofMinutes(3), 1),
                                                new SkillStep(Duration.ofMinutes(6), 0)),
                                        Duration.ofSeconds(30),
                                        Duration.ofMinutes(5),
                                        2,
                                        new Silence(Duration.ofHours(1), 0)),
                                new Patience(
                                        new Patience.Lease(Duration.ofMinutes(10), 2),
                                        List.of(
                                                new Patience.Step(Duration.ofMinutes(10), Priority.HIGH, false),
                                                new Patience.Step(Duration.ofMinutes(20), null, true)))))
                .containsEntry(
                        "sales",
                        new Queue(
                                "sales",
                                "Sales",
                                Set.of("desk", "back"),
                                null,
                                null,
                                Duration.ofHours(24),
                                List.of(),
                                new ShiftEnd.HandOver(),
                                new ResponseTimes(Duration.ofMinutes(5), Duration.ofMinutes(15)),
                                null,
                                new Handout(
                                        Strategy.ROUND_ROBIN,
                                        List.of(SkillStep.ANYBODY),
                                        Duration.ofMinutes(2),
                                        Duration.ofMinutes(20),
                                        null,
                                        new Silence(Duration.ofHours(2), 50)),
                                Patience.ENDLESS));
        assertThat(company.downstreams())
                .containsOnly(Map.entry(
                        "helpdesk",
                        new Downstream(
                                "helpdesk",
                                "webhook-ticket-action",
                                Map.of("url", "https://desk.example/tickets", "secret", "t0ken"),
                                3,
                                null,
                                Duration.ofHours(12),
                                true)));
    }

    @Test
    void the_timetable_follows_calendars_holidays_roster_and_leave() {
        var timetable = company().timetable();
        assertThat(timetable.shiftAt("always", Instant.parse("2026-11-25T02:30:00Z")))
                .isEqualTo("night");
        assertThat(timetable.shiftAt("office", Instant.parse("2026-12-25T15:00:00Z")))
                .isNull();
        assertThat(timetable.open("sales", null, Instant.parse("2026-12-25T15:00:00Z")))
                .isFalse();
        assertThat(timetable.attendance("bia", Instant.parse("2026-11-25T02:30:00Z")))
                .isEqualTo(new Attendance.OnShift("night", Instant.parse("2026-11-25T09:00:00Z")));
        assertThat(timetable.attendance("ana", Instant.parse("2026-12-22T15:00:00Z")))
                .isEqualTo(new Attendance.Off("on leave until 4 January"));
    }

    @Test
    void one_variable_may_hold_several_secrets_and_no_text_shows_them() {
        var app = Objects.requireNonNull(company().apps().get("acme"));
        assertThat(app.secrets())
                .containsExactly(
                        new App.Secret("one", null),
                        new App.Secret("two", null),
                        new App.Secret("three", Instant.parse("2026-12-01T03:00:00Z")));
        assertThat(app.token()).isEqualTo("t0ken");
        assertThat(app.verifyToken()).isEqualTo("verify-me");
        assertThat(company().toString()).doesNotContain("one", "two", "three", "t0ken", "verify-me");
    }

    @Test
    void a_variable_that_is_not_set_is_a_warning_for_check_and_a_refusal_for_start() {
        environment.remove("TOKEN");
        environment.put("SECRETS", " ");
        var reading = ConfigReader.read(GOOD, environment::get);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.company()).isNotNull();
        assertThatThrownBy(reading::required)
                .isInstanceOf(InvalidConfig.class)
                .hasMessage(
                        """
                        src/test/resources/config-good/numbers.yaml:4: the environment variable SECRETS is not set
                        src/test/resources/config-good/numbers.yaml:6: the environment variable TOKEN is not set
                        src/test/resources/config-good/downstreams.yaml:3: the environment variable TOKEN is not set""");
    }

    private Company company() {
        return ConfigReader.read(GOOD, environment::get).required();
    }
}
