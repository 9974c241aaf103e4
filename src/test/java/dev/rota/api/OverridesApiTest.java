package dev.rota.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.conversation.Refusal;
import dev.rota.conversation.RoutingOverrides;
import dev.rota.conversation.StandingOverride;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class OverridesApiTest {

    private static final Instant NOON = Instant.parse("2026-11-24T15:00:00Z");

    private final Recorder recorder = new Recorder();
    private final MockMvc api = Mvc.of(ExampleCompany.ADMIN, new OverridesApi(recorder));

    @Test
    void one_is_shown_with_what_it_did() throws Exception {
        api.perform(get("/api/overrides/7"))
                .andExpect(content()
                        .json(
                                """
                                {"id": "7", "match": {"product": "fibre"}, "queue": "on-call",
                                 "until": "2026-11-24T16:00:00Z", "by": "otto", "reason": "a mast is down",
                                 "at": "2026-11-24T15:00:00Z", "state": "in_force", "endedAt": null, "endedBy": null,
                                 "effect": {"moved": 1, "stayed": 0, "inProgress": 0, "conversations": [
                                   {"conversation": "3", "protocol": "20261124-000003", "kind": "moved",
                                    "fromQueue": "sales", "queue": "on-call", "owner": null}]}}
                                """,
                                JsonCompareMode.STRICT));
    }

    @Test
    void the_list_has_no_effects() throws Exception {
        api.perform(get("/api/overrides"))
                .andExpect(jsonPath("$.items[0].id").value("7"))
                .andExpect(jsonPath("$.items[0].effect").doesNotExist())
                .andExpect(jsonPath("$.next").isEmpty());
    }

    @Test
    void commands_go_to_the_ledger_and_a_dry_run_is_a_proposal() throws Exception {
        var body = "{'match': {'product': 'fibre'}, 'queue': 'on-call', 'until': '2026-11-24T13:00:00-03:00',"
                + " 'reason': 'a mast is down'%s}";
        ask(body.formatted("")).andExpect(status().isOk());
        ask(body.formatted(", 'dryRun': true")).andExpect(status().isOk());
        ask("{}").andExpect(status().isOk());
        ask("{'match': {'product': null}, 'dryRun': false}").andExpect(status().isOk());
        api.perform(post("/api/overrides/7/end")).andExpect(status().isOk());

        var wanted = "Wanted[match={product=fibre}, queue=on-call, until=2026-11-24T16:00:00Z, reason=a mast is down]";
        assertThat(recorder.asked)
                .containsExactly(
                        "put " + wanted + " by admin",
                        "propose " + wanted + " by admin",
                        "put Wanted[match={}, queue=, until=null, reason=] by admin",
                        "put Wanted[match={product=}, queue=, until=null, reason=] by admin",
                        "end 7 by admin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'until': '20:00'}             | member 'until' is missing or not of the right type; expected an instant such as 2026-11-24T18:00:00-03:00",
                "{'match': 'product'}            | member 'match' is missing or not of the right type; expected an object",
                "{'dryrun': true}               | member 'dryrun' is not known; expected dryRun, match, queue, reason, until"
            })
    void a_body_that_cannot_be_understood_is_refused(String body, String sentence) throws Exception {
        ask(body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(sentence));
        assertThat(recorder.asked).isEmpty();
    }

    @Test
    void everything_that_makes_no_sense_is_told_with_its_field() throws Exception {
        recorder.refusal = new Refusal.Invalid(List.of(
                new Refusal.Fault("queue", "there is no queue 'oncall'"),
                new Refusal.Fault("reason", "the reason is missing")));

        ask("{}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(
                        content()
                                .json(
                                        """
                                {"field": "queue", "detail": "there is no queue 'oncall'; the reason is missing",
                                 "faults": [{"field": "queue", "sentence": "there is no queue 'oncall'"},
                                            {"field": "reason", "sentence": "the reason is missing"}]}
                                """));
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        for (var id : List.of("8", "mine", "99999999999999999999")) {
            api.perform(get("/api/overrides/" + id))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.detail").value("there is no override " + id));
        }
    }

    private ResultActions ask(String body) throws Exception {
        return api.perform(
                post("/api/overrides").contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')));
    }

    private static StandingOverride override(StandingOverride.@Nullable Effect effect) {
        return new StandingOverride(
                7L,
                new TreeMap<>(Map.of("product", "fibre")),
                "on-call",
                NOON.plusSeconds(3600),
                "otto",
                "a mast is down",
                NOON,
                "in_force",
                null,
                null,
                null,
                effect);
    }

    /** Writes down what it is asked, or refuses it. */
    private static final class Recorder implements RoutingOverrides {

        final List<String> asked = new ArrayList<>();

        @Nullable
        Refusal refusal;

        @Override
        public List<StandingOverride> list() {
            return List.of(override(null));
        }

        @Override
        public Optional<StandingOverride> find(long id, Viewer viewer) {
            var line = new StandingOverride.Line(3, "20261124-000003", "moved", "sales", "on-call", null);
            var effect = new StandingOverride.Effect(1, 0, 0, List.of(line));
            return id == 7 ? Optional.of(override(effect)) : Optional.empty();
        }

        @Override
        public StandingOverride propose(Wanted wanted, Viewer by) {
            return ask("propose " + wanted, by);
        }

        @Override
        public StandingOverride put(Wanted wanted, Viewer by) {
            return ask("put " + wanted, by);
        }

        @Override
        public StandingOverride end(long id, Viewer by) {
            return ask("end " + id, by);
        }

        private StandingOverride ask(String what, Viewer by) {
            if (refusal != null) {
                throw refusal;
            }
            asked.add(what + " by " + by.name());
            return override(null);
        }
    }
}
