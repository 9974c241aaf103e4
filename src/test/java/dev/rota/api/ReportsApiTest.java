package dev.rota.api;

import static dev.rota.desk.ExampleCompany.OTTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Viewer;
import dev.rota.report.Asked;
import dev.rota.report.Backlog;
import dev.rota.report.Ownership;
import dev.rota.report.ReportConfiguration;
import dev.rota.report.Waits;
import dev.rota.report.Waits.Kind;
import dev.rota.report.Waits.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;

/** Reports as JSON and as tables, of what the ledger would say. */
class ReportsApiTest {

    /** Ten at night in São Paulo, when billing has been closed for two hours. */
    private static final Instant NIGHT = Instant.parse("2026-11-25T01:00:00Z");

    private final List<Asked> asked = new ArrayList<>();

    @Test
    void response_times_are_by_business_time_unless_the_wall_clock_is_asked_for() throws Exception {
        reports()
                .perform(get("/api/reports/response-times"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                """
                                {"items": [
                                  {"name": "=ana", "clock": "business",
                                   "first": {"count": 2, "p50Seconds": 3600, "p90Seconds": 6480},
                                   "next": {"count": 0, "p50Seconds": null, "p90Seconds": null},
                                   "resolution": {"count": 1, "p50Seconds": 0, "p90Seconds": 0}}], "next": null}
                                """,
                                JsonCompareMode.STRICT));
        reports()
                .perform(get("/api/reports/response-times?clock=wall&by=queue&queue=billing"))
                .andExpect(jsonPath("$.items[0].name").value("billing"))
                .andExpect(jsonPath("$.items[0].first.p90Seconds").value(13_680));
        assertThat(asked).last().satisfies(one -> {
            assertThat(one.queue()).isEqualTo("billing");
            assertThat(Duration.between(one.from(), one.to())).isEqualTo(Duration.ofDays(7));
        });
    }

    @Test
    void a_table_has_the_same_figures_and_no_formula() throws Exception {
        reports()
                .perform(get("/api/reports/response-times?format=csv"))
                .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"response-times.csv\""))
                .andExpect(
                        content()
                                .string(
                                        """
                                        name,clock,waitedFor,count,p50Seconds,p90Seconds
                                        '=ana,business,first,2,3600,6480
                                        '=ana,business,next,0,,
                                        '=ana,business,resolution,1,0,0
                                        """));
        reports()
                .perform(get("/api/reports/backlog?format=csv&from=2026-11-24T00:00:00Z&to=2026-11-25T00:00:00Z"))
                .andExpect(content().string("at,queue,waiting,inProgress\n2026-11-24T12:00:00Z,billing,3,2\n"));
    }

    @Test
    void an_agent_is_told_who_answered_or_was_responsible() throws Exception {
        reports()
                .perform(get("/api/reports/agents?clock=wall"))
                .andExpect(jsonPath("$.items[*].name").value(Matchers.contains("=ana", "bia")))
                .andExpect(jsonPath("$.items[0].assigned").value(0))
                .andExpect(jsonPath("$.items[0].first.count").value(2))
                .andExpect(jsonPath("$.items[1].conversations").value(3))
                .andExpect(jsonPath("$.items[1].ownedSeconds").value(3600))
                .andExpect(jsonPath("$.items[1].first.count").value(0));
        reports()
                .perform(get("/api/reports/agents?clock=wall&format=csv"))
                .andExpect(content().string(Matchers.containsString("\nbia,2,3,3600,wall,first,0,,\n")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    response-times?by=shoe                            | parameter 'by': expected agent, queue, number or team
                    agents?clock=sun                                  | parameter 'clock': expected business or wall
                    response-times?clock=sun                          | parameter 'clock': expected business or wall
                    backlog?step=hour                                 | parameter 'step': expected a duration of a minute or more, such as PT1H, that gives at most 2000 instants
                    backlog?step=PT1S                                 | parameter 'step': expected a duration of a minute or more, such as PT1H, that gives at most 2000 instants
                    backlog?step=PT1M                                 | parameter 'step': expected a duration of a minute or more, such as PT1H, that gives at most 2000 instants
                    backlog?from=2026-11-26T00:00:00Z                 | parameter 'to': expected a time after from
                    backlog?from=2026-01-01T00:00:00Z                 | parameter 'to': expected at most 62 days after from
                    backlog?from=yesterday                            | parameter 'from': expected a time with its zone, such as 2026-11-24T10:00:00Z
                    """)
    void what_means_nothing_is_told_in_a_sentence(String path, String sentence) throws Exception {
        reports()
                .perform(get("/api/reports/" + path))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(sentence));
        assertThat(asked).isEmpty();
    }

    private MockMvc reports() {
        Waits waits = (question, viewer) -> {
            asked.add(question);
            return List.of(
                    wait(Kind.FIRST, NIGHT.minus(Duration.ofHours(4)), NIGHT),
                    wait(Kind.FIRST, NIGHT.minus(Duration.ofHours(2)), NIGHT),
                    wait(Kind.RESOLUTION, NIGHT.minus(Duration.ofHours(1)), NIGHT));
        };
        var backlog = new Backlog() {
            @Override
            public List<Point> count(Asked question, List<Instant> instants, Viewer viewer) {
                asked.add(question);
                return List.of(new Point(Instant.parse("2026-11-24T12:00:00Z"), "billing", 3, 2));
            }

            @Override
            public List<Open> open(Asked question, Instant at, boolean waiting, int most, Viewer viewer) {
                throw new AssertionError("the API gives figures");
            }
        };
        Ownership ownership = (question, viewer) -> {
            asked.add(question);
            return Map.of("bia", new Ownership.Owned(2, 3, Duration.ofHours(1)));
        };
        var times = new ReportConfiguration().responseTimes(ExampleCompany::get);
        return Mvc.of(OTTO, new ReportsApi(backlog, waits, ownership, times, Clock.fixed(NIGHT, ZoneOffset.UTC)));
    }

    private static Wait wait(Kind kind, Instant from, Instant to) {
        return new Wait(kind, 1, "20261124-000001", "suporte", "billing", "=ana", from, to);
    }
}
