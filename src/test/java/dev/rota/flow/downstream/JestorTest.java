package dev.rota.flow.downstream;

import static dev.rota.flow.downstream.Bringing.ANA;
import static dev.rota.flow.downstream.Bringing.assigned;
import static dev.rota.flow.downstream.Bringing.said;
import static dev.rota.flow.downstream.Bringing.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Conversations in a table of Jestor, through its Kamelet. */
class JestorTest {

    private static final String FIELDS =
            "{titulo: .ticket.title, situacao: .ticket.status, responsavel: .ticket.owner.externalId, conversa: .text}";

    private final JestorFake jestor = new JestorFake();
    private final Bringing bringing = bringing("j-1", Map.of("messages", "mensagens"));

    @AfterEach
    void close() {
        bringing.close();
        jestor.close();
    }

    @Test
    void a_conversation_is_a_row_and_its_messages_are_rows_and_follow_it() throws IOException {
        assertThat(bringing.bring(assigned())).isEqualTo(new Delivered("1", null, "created"));
        var more = ticket("message", 9002, "in_progress", ANA, said(9002, "alguém aí?"));
        assertThat(bringing.bring(more.forTicket("1"))).isEqualTo(new Delivered("1", null, "changed"));
        bringing.bring(ticket("status", 2, "closed", null).forTicket("1"));

        assertThat(jestor.rows("atendimentos")).singleElement().satisfies(row -> {
            assertThat(row.path("titulo").asText()).isEqualTo("outage: sem internet");
            assertThat(row.path("situacao").asText()).isEqualTo("closed");
            assertThat(row.path("rota_reference").asText()).isEqualTo("rota-42");
        });
        assertThat(jestor.rows("mensagens")).singleElement().satisfies(row -> {
            assertThat(row.path("text").asText()).isEqualTo("Lia Sol: alguém aí?");
            assertThat(row.path("ticket").asInt()).isEqualTo(1);
        });
        assertThat(jestor.violations()).isEmpty();
        WirePage.check("jestor", "jestor-ticket-action", jestor);
    }

    @Test
    void an_answer_that_never_came_makes_no_second_row() {
        jestor.cutsOffAfter("POST /v3/low-code-execution/createObject");
        assertThat(bringing.bring(assigned())).isInstanceOf(Ambiguous.class);
        assertThat(bringing.bring(assigned(), 2)).isEqualTo(new Delivered("1", null, "existing"));

        var more =
                ticket("message", 9002, "in_progress", ANA, said(9002, "alô")).forTicket("1");
        jestor.cutsOffAfter("POST /v3/low-code-execution/createObject");
        assertThat(bringing.bring(more)).isInstanceOf(Ambiguous.class);
        assertThat(bringing.bring(more, 2)).isInstanceOf(Delivered.class);

        assertThat(jestor.rows("atendimentos")).hasSize(1);
        assertThat(jestor.rows("mensagens")).hasSize(1);
    }

    @Test
    void a_look_up_whose_filter_is_ignored_creates_nothing() {
        bringing.bring(ticket("ticket", 1, "in_progress", ANA, said(1, "oi")));
        jestor.rows("atendimentos").get(0).put("rota_reference", "rota-7");
        jestor.ignoresFilters = true;

        assertThat(bringing.bring(assigned())).isInstanceOf(Refused.class);
        assertThat(jestor.rows("atendimentos")).hasSize(1);
    }

    @Test
    void without_a_table_for_them_messages_are_not_told_and_a_wrong_token_closes_the_way() {
        try (var quiet = bringing("j-1", Map.of())) {
            quiet.bring(assigned());
            var more = ticket("message", 9002, "in_progress", ANA, said(9002, "alô"))
                    .forTicket("1");
            assertThat(quiet.bring(more)).isEqualTo(new Delivered("1", null, "changed"));
        }
        assertThat(jestor.rows("mensagens")).isEmpty();
        try (var wrong = bringing("wrong", Map.of())) {
            assertThat(wrong.bring(assigned())).isInstanceOf(Closed.class);
        }
    }

    @Test
    void a_field_that_the_table_has_not_is_refused() {
        try (var wrong = bringing("j-1", Map.of("fields", "{title: .ticket.title}"))) {
            assertThat(wrong.bring(assigned()))
                    .isEqualTo(new Refused("desk answered 400 to 'create': check what its parameters in"
                            + " config/downstreams.yaml and 'ids' in config/teams.yaml name there"));
        }
    }

    private Bringing bringing(String token, Map<String, String> more) {
        var with =
                new HashMap<>(Map.of("url", jestor.url(), "token", token, "table", "atendimentos", "fields", FIELDS));
        with.putAll(more);
        return new Bringing("jestor-ticket-action", with);
    }
}
