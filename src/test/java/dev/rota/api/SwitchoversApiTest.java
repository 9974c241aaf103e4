package dev.rota.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.conversation.Refusal;
import dev.rota.conversation.Switchover;
import dev.rota.conversation.Switchovers;
import dev.rota.desk.Brief;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Viewer;
import dev.rota.switchover.AgentAfter;
import dev.rota.switchover.QueueAfter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;

class SwitchoversApiTest {

    private static final Instant EDGE = Instant.parse("2026-11-25T01:00:00Z");

    private final Recorder recorder = new Recorder();
    private final MockMvc api = Mvc.of(
            ExampleCompany.ADMIN, new SwitchoversApi(recorder, Clock.fixed(EDGE.minusSeconds(60), ZoneOffset.UTC)));

    @Test
    void one_is_shown_with_what_it_does() throws Exception {
        api.perform(get("/api/switchovers/7"))
                .andExpect(content()
                        .json(
                                """
                                {"id": "7", "at": "2026-11-25T01:00:00Z", "calendar": "plantao", "from": "afternoon",
                                 "to": "night", "policy": "handOver", "state": "done", "by": "omar", "reason": "storm",
                                 "doneAt": "2026-11-25T01:00:00Z", "doneBy": "rota", "endedAt": null, "endedBy": null,
                                 "undoableUntil": "2026-11-25T01:10:00Z",
                                 "plan": {"moves": [{"conversation": "3", "protocol": "20261124-000003",
                                   "kind": "handed_over", "fromQueue": "support", "fromOwner": "ana",
                                   "queue": "support", "owner": "rui", "until": null, "why": "Ana is off",
                                   "brief": {"question": "caiu?", "askedAt": "2026-11-25T01:00:00Z",
                                             "waitingSince": null, "windowClosesAt": null}}],
                                  "queues": [{"queue": "support", "waiting": 1, "people": 2, "places": 0,
                                              "opensAt": null, "nobody": null}],
                                  "agents": [{"agent": "rui", "before": 1, "after": 2, "capacity": 8}]}}
                                """,
                                JsonCompareMode.STRICT));
    }

    @Test
    void the_list_has_no_plans() throws Exception {
        api.perform(get("/api/switchovers"))
                .andExpect(jsonPath("$.items[0].id").value("7"))
                .andExpect(jsonPath("$.items[0].plan").doesNotExist())
                .andExpect(jsonPath("$.next").isEmpty());
    }

    @Test
    void commands_and_rehearsals_go_to_the_ledger() throws Exception {
        api.perform(
                        post("/api/switchovers")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                {"at": "2026-11-24T21:55:00-03:00", "calendar": "plantao", "from": "afternoon",
                                 "to": "night", "policy": "keepFor:15m", "reason": "storm"}"""))
                .andExpect(status().isOk());
        for (var command : List.of("run", "undo", "cancel")) {
            api.perform(post("/api/switchovers/7/" + command)).andExpect(status().isOk());
        }
        api.perform(get("/api/switchovers/rehearsal?at=2026-11-24T22:00:00-03:00&calendar=plantao"));
        api.perform(get("/api/switchovers/rehearsal"));

        assertThat(recorder.asked)
                .containsExactly(
                        "Wanted[at=2026-11-25T00:55:00Z, calendar=plantao, from=afternoon, to=night,"
                                + " policy=keepFor:15m, reason=storm] by admin",
                        "run 7 by admin",
                        "undo 7 by admin",
                        "cancel 7 by admin",
                        "rehearse 2026-11-25T01:00:00Z plantao by admin",
                        "rehearse 2026-11-25T00:59:00Z null by admin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'from': 'a', 'to': 'b'}                 | member 'at' is missing or not of the right type; expected an instant such as 2026-11-24T18:00:00-03:00",
                "{'at': '22:00', 'from': 'a', 'to': 'b'}  | member 'at' is missing or not of the right type; expected an instant such as 2026-11-24T18:00:00-03:00",
                "{'at': '2026-11-25T01:00:00Z', 'to': 'b'} | member 'from' is missing or not of the right type; expected a text",
                "{'at': '2026-11-25T01:00:00Z', 'from': 'a', 'to': 'b', 'when': 1} | member 'when' is not known; expected at, calendar, from, policy, reason, to"
            })
    void a_body_that_cannot_be_understood_is_refused(String body, String sentence) throws Exception {
        api.perform(post("/api/switchovers")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.replace('\'', '"')))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(sentence));
        assertThat(recorder.asked).isEmpty();
    }

    @Test
    void what_makes_no_sense_names_the_field_and_what_is_not_there_is_not_found() throws Exception {
        recorder.refusal = new Refusal.Invalid("at", "it is over");
        api.perform(post("/api/switchovers/7/run"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("at"));
        api.perform(get("/api/switchovers/tonight"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("there is no switchover tonight"));
        api.perform(get("/api/switchovers/8")).andExpect(status().isNotFound());
        api.perform(get("/api/switchovers/rehearsal?at=soon")).andExpect(status().isBadRequest());
    }

    private static Switchover switchover(Switchover.@Nullable Plan plan) {
        return new Switchover(
                7L,
                EDGE,
                "plantao",
                "afternoon",
                "night",
                "handOver",
                "done",
                "omar",
                "storm",
                EDGE,
                "rota",
                null,
                null,
                EDGE.plusSeconds(600),
                plan);
    }

    /** Writes down what it is asked, or refuses it. */
    private static final class Recorder implements Switchovers {

        final List<String> asked = new ArrayList<>();

        @Nullable
        Refusal refusal;

        @Override
        public List<Switchover> list() {
            return List.of(switchover(null));
        }

        @Override
        public Optional<Switchover> find(long id, Viewer viewer) {
            var brief = new Brief("caiu?", EDGE, null, null);
            var line = new Switchover.Line(
                    3,
                    "20261124-000003",
                    "handed_over",
                    "support",
                    "ana",
                    "support",
                    "rui",
                    null,
                    "Ana is off",
                    brief,
                    null);
            var queue = new QueueAfter("support", 1, 2, 0, null, null);
            var plan = new Switchover.Plan(List.of(line), List.of(queue), List.of(new AgentAfter("rui", 1, 2, 8)));
            return id == 7 ? Optional.of(switchover(plan)) : Optional.empty();
        }

        @Override
        public Switchover rehearse(Instant at, @Nullable String calendar, Viewer viewer) {
            return ask("rehearse " + at + " " + calendar, viewer);
        }

        @Override
        public Switchover schedule(Wanted wanted, Viewer by) {
            return ask(wanted.toString(), by);
        }

        @Override
        public Switchover run(long id, Viewer by) {
            return ask("run " + id, by);
        }

        @Override
        public Switchover undo(long id, Viewer by) {
            return ask("undo " + id, by);
        }

        @Override
        public Switchover cancel(long id, Viewer by) {
            return ask("cancel " + id, by);
        }

        private Switchover ask(String what, Viewer by) {
            if (refusal != null) {
                throw refusal;
            }
            asked.add(what + " by " + by.name());
            return switchover(null);
        }
    }
}
