package dev.rota.api;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static dev.rota.desk.ExampleCompany.BIA;
import static dev.rota.desk.ExampleCompany.OTTO;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;

class ShiftsApiTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void shifts_are_listed_with_the_agents_that_the_caller_may_see() throws Exception {
        api(OTTO)
                .perform(get("/api/shifts?calendar=comercial&from=2026-11-24T12:00:00Z&to=2026-11-25T12:00:00Z"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                """
                                {"items": [
                                  {"calendar": "comercial", "shift": "day", "date": "2026-11-24",
                                   "from": "2026-11-24T11:00:00Z", "until": "2026-11-24T23:00:00Z", "agents": ["ana", "rui"]},
                                  {"calendar": "comercial", "shift": "day", "date": "2026-11-25",
                                   "from": "2026-11-25T11:00:00Z", "until": "2026-11-25T23:00:00Z", "agents": ["ana", "rui"]}
                                ], "next": null}
                                """,
                                JsonCompareMode.STRICT));
        api(BIA).perform(get("/api/shifts"))
                .andExpect(jsonPath("$.items.length()").value(8))
                .andExpect(jsonPath("$.items[0].agents").value(Matchers.contains("bia")));
    }

    @Test
    void what_holds_for_an_agent_says_which_rule_makes_it_so() throws Exception {
        api(OTTO)
                .perform(get("/api/shifts/effective?agent=eva&at=2026-11-24T12:00:00Z"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                """
                                {"items": [{"kind": "agent", "name": "eva", "from": "2026-11-24T11:00:00Z",
                                  "until": "2026-11-24T23:00:00Z", "state": "off", "rule": "leave",
                                  "because": "on leave until 30 November"}], "next": null}
                                """,
                                JsonCompareMode.STRICT));
    }

    @Test
    void days_are_cut_where_something_changes() throws Exception {
        api(ADMIN)
                .perform(get("/api/shifts/effective?queue=billing&from=2026-11-24T12:00:00Z&to=2026-11-25T12:00:00Z"))
                .andExpect(jsonPath("$.items[*].state").value(Matchers.contains("open", "closed", "open")))
                .andExpect(jsonPath("$.items[1].from").value("2026-11-24T23:00:00Z"))
                .andExpect(jsonPath("$.items[1].until").value("2026-11-25T11:00:00Z"));
        api(ADMIN)
                .perform(get("/api/shifts/effective?number=vendas&at=2026-11-24T12:00:00Z"))
                .andExpect(jsonPath("$.items[0].state").value("day"))
                .andExpect(jsonPath("$.items[0].because").value("shift of comercial"));
        api(ADMIN)
                .perform(get("/api/shifts/effective?team=support&at=2026-11-24T12:00:00Z"))
                .andExpect(jsonPath("$.items[*].name").value(Matchers.contains("ana", "eva")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /api/shifts?calendar=plantoa                             | 404 | there is no calendar 'plantoa'
            /api/shifts?from=monday                                  | 400 | parameter 'from': expected a time with its zone, such as 2026-11-24T10:00:00Z
            /api/shifts?to=2026-11-24T12:00:00Z                      | 400 | parameter 'to': expected a time after from
            /api/shifts?to=2027-11-24T12:00:00Z                      | 400 | parameter 'to': expected at most 62 days after from
            /api/shifts/effective                                    | 400 | parameter 'agent': expected one of agent, team, queue and number
            /api/shifts/effective?agent=ana&queue=support            | 400 | parameter 'agent': expected one of agent, team, queue and number
            /api/shifts/effective?agent=ana                          | 404 | there is no agent 'ana'
            /api/shifts/effective?queue=support                      | 404 | there is no queue 'support'
            /api/shifts/effective?number=suporte                     | 404 | there is no number 'suporte'
            /api/shifts/effective?team=support                       | 404 | there is no team 'support'
            """)
    void what_means_nothing_or_belongs_to_others_is_refused_in_a_sentence(String path, int code, String detail)
            throws Exception {
        api(BIA).perform(get(path))
                .andExpect(status().is(code))
                .andExpect(jsonPath("$.detail").value(detail));
    }

    @Test
    void gaps_are_those_of_the_callers_teams() throws Exception {
        api(ADMIN)
                .perform(get("/api/shifts/gaps"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].subject").value(Matchers.hasItems("on-call", "support")))
                .andExpect(jsonPath("$.items[0].kind").value("queue-without-people"))
                .andExpect(jsonPath("$.items[0].sentence").value(Matchers.startsWith("queue '")));
        api(BIA).perform(get("/api/shifts/gaps"))
                .andExpect(jsonPath("$.items[*].subject").value(Matchers.not(Matchers.hasItem("support"))));
    }

    private static MockMvc api(Viewer viewer) {
        return Mvc.of(viewer, new ShiftsApi(ExampleCompany::get, CLOCK), new GapsApi(ExampleCompany::get, CLOCK));
    }
}
