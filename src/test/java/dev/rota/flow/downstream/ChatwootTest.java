package dev.rota.flow.downstream;

import static dev.rota.flow.downstream.Bringing.ANA;
import static dev.rota.flow.downstream.Bringing.said;
import static dev.rota.flow.downstream.Bringing.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.Ticket;
import dev.rota.flow.downstream.ContractFake.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Conversations in Chatwoot, through its Kamelet. */
class ChatwootTest {

    private static final Ticket FIRST =
            ticket("ticket", 1, "in_progress", ANA, said(9001, "sem internet"), said(9002, "desde ontem"));

    private final ChatwootFake chatwoot = new ChatwootFake();
    private final Bringing bringing = bringing("cw-t0ken");

    @AfterEach
    void close() {
        bringing.close();
        chatwoot.close();
    }

    @Test
    void a_conversation_is_one_there_message_by_message_and_follows_it() throws IOException {
        assertThat(bringing.bring(FIRST))
                .isEqualTo(new Delivered("100", chatwoot.url() + "/app/accounts/5/conversations/100", "created"));
        var note = ticket("note", 9003, "in_progress", ANA, said(9003, "cliente antigo"));
        assertThat(bringing.bring(note.forTicket("100"))).isEqualTo(new Delivered("100", null, "changed"));
        bringing.bring(ticket("status", 2, "waiting", null).forTicket("100"));
        assertThat(chatwoot.conversation(100).path("assignee_id").isNull())
                .as("it went back to its queue")
                .isTrue();
        assertThat(chatwoot.conversation(100).path("status").asText()).isEqualTo("pending");
        bringing.bring(ticket("ticket", 3, "in_progress", ANA, said(9001, "sem internet"))
                .forTicket("100"));
        bringing.bring(ticket("status", 4, "closed", null).forTicket("100"));

        var conversation = chatwoot.conversation(100);
        assertThat(conversation.path("status").asText()).isEqualTo("resolved");
        assertThat(conversation.path("assignee_id").asInt())
                .as("who had it last")
                .isEqualTo(3901);
        assertThat(conversation.path("team_id").asInt()).isEqualTo(8);
        assertThat(conversation.path("custom_attributes").path("protocol").asText())
                .isEqualTo("20261124-000042");
        assertThat(chatwoot.messages(100)).containsExactly("sem internet", "desde ontem", "cliente antigo");
        assertThat(conversation.path("messages").findValuesAsText("private")).containsExactly("false", "false", "true");
        assertThat(chatwoot.contacts)
                .singleElement()
                .satisfies(contact -> assertThat(contact.path("name").asText()).isEqualTo("Lia Sol"));
        assertThat(chatwoot.violations()).isEmpty();
        WirePage.check("chatwoot", "chatwoot-ticket-action", chatwoot);
    }

    @Test
    void an_answer_that_never_came_makes_no_second_conversation_whatever_was_done_before() {
        for (var step : List.of("POST /api/v1/accounts/5/contacts", "POST /api/v1/accounts/5/conversations")) {
            chatwoot.cutsOffAfter(step);
            assertThat(bringing.bring(FIRST)).as(step).isInstanceOf(Ambiguous.class);
        }
        chatwoot.cutsOffAfter("POST /api/v1/accounts/5/conversations/100/messages");
        assertThat(bringing.bring(FIRST, 3)).isInstanceOf(Ambiguous.class);

        assertThat(bringing.bring(FIRST, 4))
                .isEqualTo(new Delivered("100", chatwoot.url() + "/app/accounts/5/conversations/100", "existing"));
        assertThat(chatwoot.conversations).hasSize(1);
        assertThat(chatwoot.contacts).hasSize(1);
        assertThat(chatwoot.messages(100)).containsExactly("sem internet", "desde ontem");
    }

    @Test
    void somebody_whose_reference_begins_like_the_customers_is_not_the_customer() {
        chatwoot.known("rota-customer-171", "Somebody");

        bringing.bring(FIRST);

        assertThat(chatwoot.contacts).hasSize(2);
        assertThat(chatwoot.violations()).isEmpty();
    }

    @Test
    void without_the_attribute_nothing_is_created_and_the_sentence_says_what_is_missing() {
        chatwoot.attributes = Set.of();

        assertThat(bringing.bring(FIRST))
                .isEqualTo(new Refused(
                        "desk can't look for rota_reference: define it as a custom attribute of conversations"
                                + " there (422 to 'find')"));
        assertThat(chatwoot.conversations).isEmpty();
    }

    @Test
    void its_limit_and_a_wrong_token_close_the_way() {
        chatwoot.answersNext(Response.of(429, Map.of()).with("Retry-After", "60"));
        assertThat(bringing.bring(FIRST)).isEqualTo(new Closed("desk answered 429 to 'find'", Duration.ofMinutes(1)));
        try (var wrong = bringing("wrong")) {
            assertThat(wrong.bring(FIRST)).isInstanceOf(Closed.class);
        }
    }

    private Bringing bringing(String token) {
        return new Bringing(
                "chatwoot-ticket-action",
                Map.of(
                        "url",
                        chatwoot.url(),
                        "account",
                        "5",
                        "inbox",
                        "3",
                        "token",
                        token,
                        "teams",
                        "{\"support\":\"8\"}"));
    }
}
