package dev.rota.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.conversation.FloorActions;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class FloorApiTest {

    private static final String TWO =
            """
            {"kind": "assign", "to": "ana", "reason": "they asked",
             "conversations": [{"conversation": 3, "epoch": 2}, {"conversation": 4, "epoch": 1}]}
            """;

    private final Recorder recorder = new Recorder();
    private final MockMvc api = Mvc.of(ExampleCompany.ADMIN, new FloorApi(recorder));

    @Test
    void what_was_done_is_told_with_its_loads_and_until_when_it_can_be_undone() throws Exception {
        ask("actions", TWO)
                .andExpect(content()
                        .json(
                                """
                                {"id": "7", "kind": "assign", "to": "ana", "at": "2026-11-24T15:00:00Z",
                                 "undoUntil": "2026-11-24T15:10:00Z", "undone": false,
                                 "lines": [{"conversation": "3", "protocol": "20261124-000003", "fromQueue": "support",
                                            "fromOwner": null, "queue": "support", "owner": "ana", "left": null,
                                            "undone": null}],
                                 "loads": [{"agent": "ana", "before": 2, "after": 3, "capacity": 5}]}
                                """,
                                JsonCompareMode.STRICT));
        ask("preview", TWO).andExpect(status().isOk());
        api.perform(get("/api/floor/actions/7")).andExpect(status().isOk());
        api.perform(post("/api/floor/actions/7/undo")).andExpect(status().isOk());

        var wanted = "Wanted[kind=ASSIGN, to=ana, reason=they asked,"
                + " rows=[Seen[conversation=3, epoch=2], Seen[conversation=4, epoch=1]]]";
        assertThat(recorder.asked).containsExactly("do " + wanted, "preview " + wanted, "find 7", "undo 7");
    }

    @Test
    void what_is_no_command_and_no_action_says_so() throws Exception {
        ask("actions", "{\"kind\": \"burn\"}").andExpect(status().isUnprocessableEntity());
        ask("actions", "{\"kind\": \"move\", \"rows\": []}").andExpect(status().isBadRequest());
        api.perform(get("/api/floor/actions/seven")).andExpect(status().isNotFound());
        assertThat(recorder.asked).isEmpty();
    }

    private ResultActions ask(String path, String body) throws Exception {
        return api.perform(post("/api/floor/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static final class Recorder implements FloorActions {

        private final List<String> asked = new ArrayList<>();

        @Override
        public Done preview(Wanted wanted, Viewer by) {
            return asked("preview " + wanted);
        }

        @Override
        public Done carryOut(Wanted wanted, Viewer by) {
            return asked("do " + wanted);
        }

        @Override
        public Optional<Done> find(long id, Viewer by) {
            return Optional.of(asked("find " + id));
        }

        @Override
        public Done undo(long id, Viewer by) {
            return asked("undo " + id);
        }

        private Done asked(String what) {
            asked.add(what);
            var at = Instant.parse("2026-11-24T15:00:00Z");
            var line = new Line(3, "20261124-000003", "support", null, "support", "ana", null, null);
            return new Done(
                    7L,
                    Kind.ASSIGN,
                    "ana",
                    at,
                    at.plusSeconds(600),
                    false,
                    List.of(line),
                    List.of(new Load("ana", 2, 3, 5)));
        }
    }
}
