package dev.rota.api;

import static dev.rota.desk.ExampleCompany.BIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.conversation.Filter;
import dev.rota.desk.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;

class ConversationsApiTest {

    private static final String SUMMARY =
            """
            "id": "7", "protocol": "20261124-004217", "number": "vendas",
            "customer": {"id": "9", "name": "Lia Brito", "phone": "5511987654321", "username": null},
            "status": "in_progress", "queue": "sales", "requestType": "sales", "priority": "high",
            "owner": {"id": "bia", "name": "Bia Nunes"}, "epoch": 3, "openedAt": "2026-11-24T12:00:00Z",
            "waitingSince": null, "lastMessageAt": "2026-11-24T12:01:30Z", "windowClosesAt": "2026-11-25T12:01:30Z",
            "unansweredSince": "2026-11-24T12:00:00Z", "answerBy": "2026-11-24T12:05:00Z", "closedAt": null, "waitingReason": null, "lastText": "quero fibra", "lastType": "text",
            "lastMessageId": "12"
            """;
    private static final String DECISION =
            """
            {"at": "2026-11-24T12:00:00Z", "requestType": "sales", "queue": "sales", "priority": "high", "skill": null,
             "routeSet": "a1b2", "because": [{"file": "triage/queue.camel.yaml", "line": 12, "step": "night",
              "text": "${body.shift} == 'night'", "value": "false"}]}
            """;

    private final Talk inbox = new Talk();
    private final MockMvc api = Mvc.of(BIA, new ConversationsApi(inbox));

    @Test
    void a_list_is_a_page_of_conversations() throws Exception {
        api.perform(get("/api/conversations"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andExpect(content()
                        .json("{\"items\": [{" + SUMMARY + "}], \"next\": \"bmV4dA\"}", JsonCompareMode.STRICT));

        assertThat(inbox.filters).containsExactly(Filter.NONE);
    }

    @Test
    void every_parameter_filters() throws Exception {
        api.perform(
                        get(
                                "/api/conversations?status=in_progress&queue=sales&agent=bia&number=vendas&q=Lia&cursor=c&limit=10"))
                .andExpect(status().isOk());

        assertThat(inbox.filters)
                .containsExactly(
                        new Filter(Status.IN_PROGRESS, "sales", "bia", "vendas", "Lia", Filter.Further.NONE, "c", 10));
    }

    @Test
    void an_empty_parameter_asks_for_nothing() throws Exception {
        api.perform(get("/api/conversations?status=&queue=&agent=&number=&q=&cursor=&limit="))
                .andExpect(status().isOk());

        assertThat(inbox.filters).containsExactly(Filter.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "status=open, 'parameter ''status'': expected waiting, in_progress or closed'",
        "limit=0, 'parameter ''limit'': expected a whole number from 1 to 200'",
        "limit=201, 'parameter ''limit'': expected a whole number from 1 to 200'",
        "limit=ten, 'parameter ''limit'': expected a whole number from 1 to 200'"
    })
    void a_parameter_that_means_nothing_is_refused(String query, String sentence) throws Exception {
        api.perform(get("/api/conversations?" + query))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(content()
                        .json(
                                """
                                {"type": "about:blank", "title": "Bad Request", "status": 400, "detail": "%s",
                                 "instance": "/api/conversations"}
                                """
                                        .formatted(sentence),
                                JsonCompareMode.STRICT));
    }

    @Test
    void a_conversation_is_whole() throws Exception {
        api.perform(get("/api/conversations/7"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                "{" + SUMMARY
                                        + """
                                        , "messages": [{"id": "12", "wamid": "wamid.x", "direction": "out", "type": "text",
                                           "text": "claro!", "at": "2026-11-24T12:00:00Z", "status": "sent",
                                           "author": "bia", "error": null, "content": null, "timed": true,
                                           "forwarded": false, "member": null, "about": null, "quoted": null,
                                           "reactions": [], "edited": null, "deleted": null},
                                          {"id": "13", "wamid": "wamid.y", "direction": "in", "type": "document",
                                           "text": "", "at": "2026-11-24T12:00:00Z", "status": null,
                                           "author": null, "error": null,
                                           "content": {"kind": "Media", "type": "document", "id": "m1",
                                            "mimeType": null, "caption": null, "filename": "fatura.pdf"},
                                           "timed": false, "forwarded": true, "member": "Rui", "about": "wamid.x",
                                           "quoted": {"id": "12", "direction": "out", "type": "text", "text": "claro!",
                                            "author": "bia"},
                                           "reactions": [{"emoji": "👍", "direction": "out", "author": "phone app",
                                            "member": null, "at": "2026-11-24T12:00:00Z"}],
                                           "edited": {"text": "fim", "content": null, "at": "2026-11-24T12:00:00Z"},
                                           "deleted": {"direction": "in", "author": null, "member": "Rui",
                                            "at": "2026-11-24T12:00:00Z"}}],
                                          "assignments": [{"agent": "bia", "from": "2026-11-24T12:00:00Z", "to": null,
                                           "by": "rota", "why": "fewest open", "epoch": 3}],
                                          "deliveries": [{"id": "5", "conversation": "7", "downstream": "crm",
                                           "kind": "ticket", "state": "due", "ticketId": "T-1", "link": "https://crm/T-1",
                                           "attempts": 2, "nextAt": "2026-11-24T12:00:00Z", "lastError": "answered 503",
                                           "again": null}],
                                          "changes": [{"epoch": 3, "at": "2026-11-24T12:00:00Z", "what": "assigned",
                                           "by": "rota", "why": "fewest open", "status": "in_progress", "queue": "sales",
                                           "owner": "bia"}],
                                 "notes": [],
                                          "decisions": ["""
                                        + DECISION + "]}",
                                JsonCompareMode.STRICT));
    }

    @Test
    void an_explanation_names_rules_candidates_and_facts() throws Exception {
        api.perform(get("/api/conversations/7/explain"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                "{\"decision\": " + DECISION
                                        + """
                                        , "assignment": {"agent": "bia", "reason": "fewest open",
                                           "because": [{"agent": "bia", "in": true, "reason": "fewest open"}]},
                                          "facts": [{"name": "customer", "value": null,
                                           "source": "customers timed out, default used", "ageMs": 301}]}
                                        """,
                                JsonCompareMode.STRICT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "abc", "-7", "07x", "99999999999999999999", "8/explain"})
    void what_is_not_there_is_not_found(String path) throws Exception {
        api.perform(get("/api/conversations/" + path))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(content()
                        .json(
                                """
                                {"type": "about:blank", "title": "Not Found", "status": 404,
                                 "detail": "there is no conversation %s", "instance": "/api/conversations/%s"}
                                """
                                        .formatted(path.replace("/explain", ""), path),
                                JsonCompareMode.STRICT));
    }
}
