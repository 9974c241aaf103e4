package dev.rota.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.conversation.Pauses;
import dev.rota.conversation.StandingPause;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class PausesApiTest {

    private static final Instant NOON = Instant.parse("2026-11-24T15:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3600);

    private final Recorder recorder = new Recorder();
    private final MockMvc api = Mvc.of(ExampleCompany.ADMIN, new PausesApi(recorder));

    @Test
    void commands_go_to_the_ledger_and_a_dry_run_is_a_proposal() throws Exception {
        ask("{\"queue\": \"sales\", \"until\": \"2026-11-24T13:00:00-03:00\", \"reason\": \"stocktaking\"}")
                .andExpect(content()
                        .json(
                                """
                                {"id": "7", "queue": "sales", "until": "2026-11-24T16:00:00Z", "by": "otto",
                                 "reason": "stocktaking", "at": "2026-11-24T15:00:00Z", "state": "in_force",
                                 "endedAt": null, "endedBy": null,
                                 "effect": {"waiting": 2, "atWork": 1, "free": 3, "opensAt": "2026-11-24T16:00:00Z"}}
                                """,
                                JsonCompareMode.STRICT));
        ask("{\"queue\": \"sales\", \"dryRun\": true}").andExpect(status().isOk());
        ask("{}").andExpect(status().isOk());
        api.perform(post("/api/pauses/7/end")).andExpect(status().isOk());

        assertThat(recorder.asked)
                .containsExactly(
                        "put Wanted[queue=sales, until=2026-11-24T16:00:00Z, reason=stocktaking] by admin",
                        "propose Wanted[queue=sales, until=null, reason=] by admin",
                        "put Wanted[queue=, until=null, reason=] by admin",
                        "end 7 by admin");
    }

    @Test
    void they_are_listed() throws Exception {
        api.perform(get("/api/pauses"))
                .andExpect(jsonPath("$.items[0].queue").value("sales"))
                .andExpect(jsonPath("$.next").isEmpty());
    }

    @Test
    void what_is_no_number_is_no_pause_and_an_unknown_member_is_refused() throws Exception {
        api.perform(post("/api/pauses/seven/end")).andExpect(status().isNotFound());
        ask("{\"queue\": \"sales\", \"length\": 5}").andExpect(status().isBadRequest());
        assertThat(recorder.asked).isEmpty();
    }

    private ResultActions ask(String body) throws Exception {
        return api.perform(
                post("/api/pauses").contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private static final class Recorder implements Pauses {

        private final List<String> asked = new ArrayList<>();

        @Override
        public List<StandingPause> list(Viewer viewer) {
            return List.of(pause());
        }

        @Override
        public Map<String, Instant> inForce(Viewer viewer) {
            throw new AssertionError("the API lists all");
        }

        @Override
        public Optional<StandingPause> of(String queue, Viewer viewer) {
            return Optional.of(pause());
        }

        @Override
        public StandingPause.Effect effect(String queue, Instant until, Viewer viewer) {
            return new StandingPause.Effect(2, 1, 3, ONE);
        }

        @Override
        public StandingPause propose(Wanted wanted, Viewer by) {
            return asked("propose " + wanted, by);
        }

        @Override
        public StandingPause put(Wanted wanted, Viewer by) {
            return asked("put " + wanted, by);
        }

        @Override
        public StandingPause end(long id, Viewer by) {
            return asked("end " + id, by);
        }

        private StandingPause asked(String what, Viewer by) {
            asked.add(what + " by " + by.name());
            return pause();
        }

        private StandingPause pause() {
            return new StandingPause(
                    7L,
                    "sales",
                    ONE,
                    "otto",
                    "stocktaking",
                    NOON,
                    "in_force",
                    null,
                    null,
                    effect("sales", ONE, ExampleCompany.ADMIN));
        }
    }
}
