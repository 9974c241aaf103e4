package dev.rota.api;

import static dev.rota.desk.ExampleCompany.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.assignment.AgentNow;
import dev.rota.conversation.Workload;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Presence;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Ana declares whether she is there, at nine in the morning in São Paulo. */
class PresenceApiTest {

    private static final Instant NINE = Instant.parse("2026-11-24T12:00:00Z");

    private final Map<String, AgentNow> agents = new HashMap<>();

    private final MockMvc api = Mvc.of(
            ANA,
            new AgentsApi(
                    ExampleCompany::get,
                    new Workload() {
                        @Override
                        public Map<String, AgentNow> nowByAgent() {
                            return agents;
                        }

                        @Override
                        public Map<String, Backlog> backlogByQueue() {
                            return Map.of();
                        }
                    },
                    (agent, state, until, by) -> agents.put(
                            agent,
                            new AgentNow(
                                    0,
                                    0,
                                    null,
                                    new Presence(state, NINE, until == null ? Instant.MAX : until, by.name()),
                                    Map.of(),
                                    Map.of())),
                    Clock.fixed(NINE, ZoneOffset.UTC)));

    @Test
    void what_is_declared_is_answered_with_what_holds_then() throws Exception {
        declare("ana", "{'state': 'break', 'until': '2026-11-24T09:30:00-03:00'}")
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                """
                                {"id": "ana", "name": "Ana Prado", "team": "support", "capacity": 5, "open": 0,
                                 "load": 0, "state": "break", "since": "2026-11-24T12:00:00Z",
                                 "until": "2026-11-24T12:30:00Z", "reason": "on a break",
                                 "attendance": {"onShift": true, "shift": "day", "until": "2026-11-24T23:00:00Z",
                                   "reason": null}}
                                """,
                                JsonCompareMode.STRICT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'state': 'available'}               | available | 2026-11-24T23:00:00Z",
                "{'state': 'away'}                    | away      | 2026-11-24T23:00:00Z",
                "{'state': 'away', 'until': null}     | away      | 2026-11-24T23:00:00Z"
            })
    void without_an_end_it_lasts_as_long_as_the_shift(String body, String state, String until) throws Exception {
        declare("ana", body)
                .andExpect(jsonPath("$.state").value(state))
                .andExpect(jsonPath("$.until").value(until));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'state': 'asleep'}                    | 422 | 'asleep' is no state; expected available, break or away",
                "{}                                     | 400 | member 'state' is missing or not of the right type; expected a text",
                "{'state': 'away', 'til': 'noon'}       | 400 | member 'til' is not known; expected state, until",
                "{'state': 'away', 'until': 'noon'}     | 400 | member 'until' is missing or not of the right type; expected an instant such as 2026-11-24T18:00:00-03:00"
            },
            quoteCharacter = '"')
    void what_makes_no_sense_is_refused_with_a_sentence(String body, int status, String sentence) throws Exception {
        declare("ana", body)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.detail").value(sentence));
        assertThat(agents).isEmpty();
    }

    private ResultActions declare(String agent, String body) throws Exception {
        return api.perform(put("/api/agents/" + agent + "/presence")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"')));
    }
}
