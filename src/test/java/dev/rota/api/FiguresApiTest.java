package dev.rota.api;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static dev.rota.desk.ExampleCompany.BIA;
import static dev.rota.desk.ExampleCompany.OTTO;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.assignment.AgentNow;
import dev.rota.conversation.Deliveries.Delivery;
import dev.rota.conversation.Page;
import dev.rota.conversation.Workload;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.TriedAgain;
import dev.rota.desk.Viewer;
import dev.rota.journal.Balances;
import dev.rota.journal.LedgerFigures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;

/** Queues, agents, deliveries and the ledger, at nine in the morning and at nine in the evening in São Paulo. */
class FiguresApiTest {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final Clock EVENING = Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC);

    private static final TriedAgain AGAIN = new TriedAgain("otto", Instant.parse("2026-11-24T12:00:00Z"), 8);

    private static final Workload WORKLOAD = new Workload() {
        @Override
        public Map<String, AgentNow> nowByAgent() {
            return Map.of("ana", new AgentNow(2, 150, null, null, Map.of(), Map.of()));
        }

        @Override
        public Map<String, Backlog> backlogByQueue() {
            return Map.of("support", new Backlog(3, 2, Instant.parse("2026-11-24T11:50:00Z")));
        }
    };

    @Test
    void queues_say_what_is_in_them_and_when_they_open() throws Exception {
        queues(OTTO, EVENING)
                .perform(get("/api/queues"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                """
                                {"items": [
                                  {"name": "billing", "title": "Financeiro", "teams": ["support"], "open": false,
                                   "opensAt": "2026-11-25T11:00:00Z", "waiting": 0, "inProgress": 0,
                                   "oldestWaitingSince": null},
                                  {"name": "on-call", "title": "Plantão", "teams": ["field"], "open": true, "opensAt": null,
                                   "waiting": 0, "inProgress": 0, "oldestWaitingSince": null},
                                  {"name": "support", "title": "Suporte", "teams": ["support"], "open": true,
                                   "opensAt": null, "waiting": 3, "inProgress": 2,
                                   "oldestWaitingSince": "2026-11-24T11:50:00Z"}
                                ], "next": null}
                                """,
                                JsonCompareMode.STRICT));
    }

    @Test
    void queues_of_other_teams_are_not_there() throws Exception {
        queues(BIA, MORNING)
                .perform(get("/api/queues"))
                .andExpect(jsonPath("$.items[*].name").value(Matchers.contains("sales")));
        queues(ADMIN, MORNING)
                .perform(get("/api/queues"))
                .andExpect(
                        jsonPath("$.items[*].name").value(Matchers.contains("billing", "on-call", "sales", "support")));
    }

    @Test
    void agents_say_what_they_have_and_whether_they_are_at_work() throws Exception {
        Mvc.of(new Viewer("ana", "Ana", OTTO.role(), Set.of("support")), agents(MORNING))
                .perform(get("/api/agents"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                """
                                {"items": [
                                  {"id": "ana", "name": "Ana Prado", "team": "support", "capacity": 5, "open": 2,
                                   "load": 1.5, "state": "available", "since": "2026-11-24T11:00:00Z",
                                   "until": "2026-11-24T23:00:00Z", "reason": null,
                                   "attendance": {"onShift": true, "shift": "day", "until": "2026-11-24T23:00:00Z",
                                     "reason": null}},
                                  {"id": "eva", "name": "Eva Melo", "team": "support", "capacity": 5, "open": 0,
                                   "load": 0, "state": "off", "since": null, "until": null,
                                   "reason": "on leave until 30 November",
                                   "attendance": {"onShift": false, "shift": null, "until": null,
                                     "reason": "on leave until 30 November"}}
                                ], "next": null}
                                """,
                                JsonCompareMode.STRICT));
    }

    @Test
    void agents_of_other_teams_are_not_there() throws Exception {
        Mvc.of(BIA, agents(MORNING))
                .perform(get("/api/agents"))
                .andExpect(jsonPath("$.items[*].id").value(Matchers.contains("bia")));
        Mvc.of(ADMIN, agents(MORNING))
                .perform(get("/api/agents"))
                .andExpect(jsonPath("$.items[*].id").value(Matchers.contains("ana", "bia", "eva", "rui")));
    }

    @Test
    void deliveries_are_listed_by_state() throws Exception {
        var api = Mvc.of(
                ADMIN,
                new DeliveriesApi(new ListedDeliveries((asked, limit) -> new Page<>(
                        List.of(new Delivery(
                                5, 7L, asked[1], "ticket", asked[0], null, null, limit, null, asked[2], AGAIN)),
                        "5"))));

        api.perform(get("/api/deliveries?state=parked&downstream=crm&cursor=9&limit=3"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                """
                                {"items": [{"id": "5", "conversation": "7", "downstream": "crm", "kind": "ticket",
                                  "state": "parked", "ticketId": null, "link": null, "attempts": 3, "nextAt": null,
                                  "lastError": "9",
                                  "again": {"by": "otto", "at": "2026-11-24T12:00:00Z", "attempts": 8}}], "next": "5"}
                                """,
                                JsonCompareMode.STRICT));
        api.perform(get("/api/deliveries?state=lost"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail")
                        .value("parameter 'state': expected due, sending, done, parked or ambiguous"));
    }

    @Test
    void the_ledger_balances_by_the_names_of_numbers_and_says_what_is_silent_and_what_is_unknown() throws Exception {
        var at = MORNING.instant();
        var figures = new LedgerFigures(
                10,
                7,
                1,
                2,
                4,
                List.of(
                        new LedgerFigures.OfNumber("", 1, 0, 0, 1, 0, 0, at),
                        new LedgerFigures.OfNumber("101", 8, 3, 6, 0, 2, 4, at),
                        new LedgerFigures.OfNumber("999", 1, 0, 1, 0, 0, 0, at)));
        var balances = new Balances(() -> figures, ExampleCompany::get, MORNING, Duration.ofHours(24));

        Mvc.of(ADMIN, new LedgerApi(balances))
                .perform(get("/api/ledger"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                """
                                {"received": 10, "handled": 7, "parked": 1, "pending": 2, "oldestPendingSeconds": 4,
                                 "numbers": [
                                  {"number": null, "received": 1, "duplicates": 0, "handled": 0, "parked": 1, "pending": 0,
                                   "oldestPendingSeconds": 0, "lastDeliveryAt": "2026-11-24T12:00:00Z", "silent": null},
                                  {"number": "999", "received": 1, "duplicates": 0, "handled": 1, "parked": 0, "pending": 0,
                                   "oldestPendingSeconds": 0, "lastDeliveryAt": "2026-11-24T12:00:00Z", "silent": null},
                                  {"number": "suporte", "received": 0, "duplicates": 0, "handled": 0, "parked": 0, "pending": 0,
                                   "oldestPendingSeconds": 0, "lastDeliveryAt": null, "silent": "no webhook has come for number 'suporte' yet: is the app subscribed to the WhatsApp Business Account (POST /{WABA_ID}/subscribed_apps) and live? The Test button of Meta's dashboard works without that"},
                                  {"number": "vendas", "received": 8, "duplicates": 3, "handled": 6, "parked": 0, "pending": 2,
                                   "oldestPendingSeconds": 4, "lastDeliveryAt": "2026-11-24T12:00:00Z", "silent": null}
                                 ],
                                 "unknown": [{"id": "999", "count": 1, "lastAt": "2026-11-24T12:00:00Z"}]}
                                """,
                                JsonCompareMode.STRICT));
    }

    @Test
    void without_a_database_the_answer_says_so() throws Exception {
        var api = Mvc.of(ADMIN, new DeliveriesApi(new ListedDeliveries((asked, limit) -> {
            throw new DataAccessResourceFailureException("secret of the driver");
        })));

        api.perform(get("/api/deliveries"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content()
                        .json(
                                """
                                {"type": "about:blank", "title": "Service Unavailable", "status": 503,
                                 "detail": "the database does not answer; try again", "instance": "/api/deliveries"}
                                """,
                                JsonCompareMode.STRICT));
    }

    private static MockMvc queues(Viewer viewer, Clock clock) {
        return Mvc.of(viewer, new QueuesApi(ExampleCompany::get, WORKLOAD, clock));
    }

    private static AgentsApi agents(Clock clock) {
        return new AgentsApi(ExampleCompany::get, WORKLOAD, (agent, state, until, by) -> {}, clock);
    }
}
