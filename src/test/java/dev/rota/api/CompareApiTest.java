package dev.rota.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.conversation.Comparison;
import dev.rota.conversation.Page;
import dev.rota.conversation.Refusal;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.routing.Because;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;

class CompareApiTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final List<String> asked = new ArrayList<>();

    @Test
    void it_says_what_would_have_been_done_in_the_last_24_hours() throws Exception {
        mvc(ExampleCompany.ADMIN)
                .perform(get("/api/compare"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                """
                                {"items": [{"id": "7", "protocol": "20261124-000007", "at": "2026-11-24T12:00:00Z",
                                  "number": "suporte", "customer": "Maria", "requestType": "support",
                                  "queue": "support", "priority": "normal", "agent": "ana", "reason": "least loaded",
                                  "because": {"file": "queue.camel.yaml", "line": 11, "step": "support",
                                              "text": "otherwise", "value": "true"},
                                  "firstAnswer": {"at": "2026-11-24T12:04:00Z", "seconds": 240, "by": "phone app"}}],
                                 "next": "more"}
                                """,
                                JsonCompareMode.STRICT));
        assertThat(asked).containsExactly("2026-11-23T12:00:00Z null null 50 admin");
    }

    @Test
    void parameters_choose_and_one_that_means_nothing_is_named() throws Exception {
        mvc(ExampleCompany.ADMIN)
                .perform(get("/api/compare?since=2026-11-24T07:00:00-03:00&number=suporte&cursor=c&limit=3"))
                .andExpect(status().isOk());
        assertThat(asked).containsExactly("2026-11-24T10:00:00Z suporte c 3 admin");
        mvc(ExampleCompany.ADMIN)
                .perform(get("/api/compare?since=24h"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail")
                        .value("parameter 'since': expected a time with its zone, such as 2026-11-24T10:00:00Z"));
    }

    @Test
    void who_may_not_compare_is_told_so() throws Exception {
        mvc(ExampleCompany.ANA).perform(get("/api/compare")).andExpect(status().isForbidden());
    }

    private MockMvc mvc(Viewer viewer) {
        Comparison comparison = (since, number, cursor, limit, by) -> {
            if (by.role() == Role.AGENT) {
                throw new Refusal.Forbidden("the role agent does not compare");
            }
            asked.add("%s %s %s %d %s".formatted(since, number, cursor, limit, by.name()));
            return new Page<>(
                    List.of(new Comparison.Compared(
                            7,
                            "20261124-000007",
                            NOON,
                            "suporte",
                            "Maria",
                            "support",
                            "support",
                            "normal",
                            "ana",
                            "least loaded",
                            new Because("queue.camel.yaml", 11, "support", "otherwise", "true"),
                            new Comparison.Answer(NOON.plusSeconds(240), 240, "phone app"))),
                    "more");
        };
        return Mvc.of(viewer, new CompareApi(comparison, Clock.fixed(NOON, ZoneOffset.UTC)));
    }
}
