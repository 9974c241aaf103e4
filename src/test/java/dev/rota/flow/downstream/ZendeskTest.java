package dev.rota.flow.downstream;

import static dev.rota.flow.downstream.Bringing.ANA;
import static dev.rota.flow.downstream.Bringing.assigned;
import static dev.rota.flow.downstream.Bringing.said;
import static dev.rota.flow.downstream.Bringing.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Ticket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Conversations in Zendesk, through its Kamelet. */
class ZendeskTest {

    private final ZendeskFake zendesk = new ZendeskFake();
    private final Bringing bringing = bringing("s3cret)&?");

    @AfterEach
    void close() {
        bringing.close();
        zendesk.close();
    }

    @Test
    void a_conversation_is_a_ticket_with_its_owner_and_what_was_said_and_follows_it() throws IOException {
        assertThat(bringing.bring(assigned()))
                .isEqualTo(new Delivered("35436", zendesk.url() + "/agent/tickets/35436", "created"));
        var later = ticket("message", 9002, "in_progress", ANA, said(9002, "alguém aí?"));
        assertThat(bringing.bring(later.forTicket("35436"))).isEqualTo(new Delivered("35436", null, "changed"));
        assertThat(bringing.bring(ticket("status", 2, "waiting", null).forTicket("35436")))
                .isEqualTo(new Delivered("35436", null, "changed"));
        assertThat(bringing.bring(ticket("status", 3, "closed", null).forTicket("35436")))
                .isEqualTo(new Delivered("35436", null, "changed"));

        var ticket = zendesk.ticket(35436);
        assertThat(ticket.path("subject").asText()).isEqualTo("outage: sem internet");
        assertThat(ticket.path("status").asText()).isEqualTo("solved");
        assertThat(ticket.path("priority").asText()).isEqualTo("high");
        assertThat(ticket.path("group_id").asLong()).isEqualTo(7001);
        assertThat(ticket.path("assignee_id").isNull())
                .as("it went back to its queue")
                .isTrue();
        assertThat(ticket.path("tags").get(0).asText()).isEqualTo("outage");
        assertThat(zendesk.comments(35436)).hasSize(2);
        assertThat(zendesk.comments(35436).get(0))
                .contains(
                        "Lia Sol: sem internet desde ontem",
                        "ana: the fewest open conversations",
                        "triage/queue.camel.yaml:12")
                .endsWith("20261124-000042 https://rota.example/conversations/42");
        assertThat(zendesk.comments(35436).get(1)).isEqualTo("Lia Sol: alguém aí?");
        assertThat(zendesk.violations()).isEmpty();
        WirePage.check("zendesk", "zendesk-ticket-action", zendesk);
    }

    @Test
    void an_answer_that_never_came_makes_no_second_ticket_and_no_second_message() {
        zendesk.cutsOffAfter("POST /api/v2/tickets");
        assertThat(bringing.bring(assigned()))
                .isEqualTo(new Ambiguous("desk did not answer 'create' in time; it may have carried it out"));
        assertThat(bringing.bring(assigned(), 2)).isInstanceOfSatisfying(Delivered.class, done -> {
            assertThat(done.id()).isEqualTo("35436");
            assertThat(done.outcome()).isEqualTo("existing");
        });

        var later = ticket("message", 9002, "in_progress", ANA, said(9002, "alguém aí?"))
                .forTicket("35436");
        zendesk.cutsOffAfter("PUT /api/v2/tickets/35436");
        assertThat(bringing.bring(later)).isInstanceOf(Ambiguous.class);
        assertThat(bringing.bring(later, 2)).isInstanceOf(Delivered.class);

        assertThat(zendesk.tickets).hasSize(1);
        assertThat(zendesk.comments(35436)).hasSize(2);
        assertThat(zendesk.violations()).isEmpty();
    }

    @Test
    void what_it_refuses_is_refused_with_the_field_and_without_its_words() {
        var stranger = new Ticket.Owner("davi", "Davi Luz", "1");
        assertThat(bringing.bring(ticket("ticket", 1, "in_progress", stranger, said(9001, "oi"))))
                .isEqualTo(new Refused("desk refuses assignee_id (422 to 'create')"));
    }

    @Test
    void a_ticket_that_was_deleted_there_is_not_made_anew() {
        assertThat(bringing.bring(ticket("status", 2, "closed", null).forTicket("1")))
                .isEqualTo(new Refused("desk answered 404 to 'change': the ticket is not there any more"));
        assertThat(zendesk.tickets).isEmpty();
    }

    @Test
    void a_wrong_token_closes_the_way_and_says_what_mends_it() {
        try (var wrong = bringing("wrong")) {
            assertThat(wrong.bring(assigned()))
                    .isEqualTo(new Closed(
                            "desk answered 401 to 'find': our credentials are not accepted; check its secrets in"
                                    + " config/downstreams.yaml",
                            null));
        }
    }

    @Test
    void its_limits_are_kept_and_its_conflicts_tried_again() {
        zendesk.answersNext(ContractFake.Response.of(429, Map.of("error", "TooManyRequests"))
                .with("Retry-After", "37"));
        assertThat(bringing.bring(assigned()))
                .isEqualTo(new Closed("desk answered 429 to 'find'", Duration.ofSeconds(37)));
        zendesk.answersNext(ContractFake.Response.of(409, Map.of("error", "Conflict")));
        assertThat(bringing.bring(assigned())).isEqualTo(new Retry("desk answered 409 to 'find'", null));
    }

    @Test
    void a_look_up_that_names_the_tickets_of_others_is_not_believed() {
        var others = List.of(Map.of("id", 1, "external_id", "rota-1"), Map.of("id", 2));
        zendesk.answersNext(ContractFake.Response.of(200, Map.of("tickets", others, "count", 2)));

        assertThat(reason(bringing.bring(assigned()))).startsWith("desk was asked for what has our reference");
        assertThat(zendesk.tickets).isEmpty();
    }

    private static String reason(DeliveryOutcome outcome) {
        return outcome instanceof Refused refused ? refused.reason() : outcome.toString();
    }

    private Bringing bringing(String token) {
        var with = Map.of(
                "url",
                zendesk.url(),
                "user",
                "rota@fibranorte.example",
                "token",
                token,
                "groups",
                "{\"support\":\"7001\",\"on-call\":\"7002\"}");
        return new Bringing("zendesk-ticket-action", with);
    }
}
