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
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.flow.downstream.ContractFake.Response;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Conversations in HubSpot, through its Kamelet. */
class HubspotTest {

    private static final String STAGES = "{\"waiting\":\"1\",\"in_progress\":\"2\",\"closed\":\"4\"}";

    private final HubspotFake hubspot = new HubspotFake();
    private final Bringing bringing = bringing("pat-1", STAGES);

    @AfterEach
    void close() {
        bringing.close();
        hubspot.close();
    }

    @Test
    void a_conversation_is_a_ticket_whose_messages_are_notes_and_follows_it() throws IOException {
        assertThat(bringing.bring(assigned())).isEqualTo(new Delivered("500123", null, "created"));
        var more = ticket("message", 9002, "in_progress", ANA, said(9002, "a <b>luz</b>\npisca"));
        assertThat(bringing.bring(more.forTicket("500123"))).isEqualTo(new Delivered("500123", null, "changed"));
        bringing.bring(ticket("status", 2, "waiting", null).forTicket("500123"));
        assertThat(hubspot.properties("500123").path("hubspot_owner_id").asText())
                .isEmpty();
        bringing.bring(ticket("status", 3, "closed", null).forTicket("500123"));

        var properties = hubspot.properties("500123");
        assertThat(properties.path("hs_pipeline_stage").asText()).isEqualTo("4");
        assertThat(properties.path("hs_ticket_priority").asText()).isEqualTo("HIGH");
        assertThat(properties.path("content").asText()).contains("Lia Sol: sem internet desde ontem");
        assertThat(hubspot.notes).singleElement().satisfies(note -> assertThat(
                        note.path("properties").path("hs_note_body").asText())
                .isEqualTo("Lia Sol: a &lt;b&gt;luz&lt;/b&gt;<br>pisca<br>[rota-m-9002]"));
        assertThat(hubspot.violations()).isEmpty();
        WirePage.check("hubspot", "hubspot-ticket-action", hubspot);
    }

    @Test
    void an_answer_that_never_came_makes_no_second_ticket_and_no_second_note() {
        hubspot.cutsOffAfter("POST /crm/v3/objects/tickets/batch/upsert");
        assertThat(bringing.bring(assigned()))
                .isEqualTo(new Ambiguous("desk did not answer 'create' in time; it may have carried it out"));
        assertThat(bringing.bring(assigned(), 2)).isEqualTo(new Delivered("500123", null, "existing"));

        var more =
                ticket("message", 9002, "in_progress", ANA, said(9002, "alô")).forTicket("500123");
        hubspot.cutsOffAfter("POST /crm/v3/objects/notes");
        assertThat(bringing.bring(more)).isInstanceOf(Ambiguous.class);
        assertThat(bringing.bring(more, 2)).isInstanceOf(Delivered.class);

        assertThat(hubspot.tickets).hasSize(1);
        assertThat(hubspot.notes).hasSize(1);
    }

    @Test
    void a_success_that_refuses_is_refused_with_its_category_and_without_its_words() {
        try (var wrong = bringing("pat-1", "{\"waiting\":\"1\",\"in_progress\":\"9\",\"closed\":\"4\"}")) {
            assertThat(wrong.bring(assigned()))
                    .isEqualTo(new Refused("desk refuses VALIDATION_ERROR (207 to 'create')"));
        }
        assertThat(hubspot.tickets).isEmpty();
    }

    @Test
    void its_limits_are_kept_though_it_names_no_time_and_a_wrong_token_closes_the_way() {
        hubspot.answersNext(Response.of(429, Map.of("policyName", "TEN_SECONDLY_ROLLING")));
        assertThat(bringing.bring(assigned())).isEqualTo(new Retry("desk answered 429 to 'create'", null));
        hubspot.answersNext(new Response(477, "", "text/plain", Map.of()));
        assertThat(bringing.bring(assigned()))
                .isEqualTo(new Retry("desk is moving the account (477 to 'create')", null));
        try (var wrong = bringing("wrong", STAGES)) {
            assertThat(wrong.bring(assigned())).isInstanceOf(Closed.class);
        }
    }

    private Bringing bringing(String token, String stages) {
        return new Bringing("hubspot-ticket-action", Map.of("url", hubspot.url(), "token", token, "stages", stages));
    }
}
