package dev.rota.flow.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.SignatureRefused;
import dev.rota.desk.Status;
import dev.rota.desk.TicketNews;
import dev.rota.desk.TicketNews.Note;
import dev.rota.desk.TicketNews.Owner;
import dev.rota.desk.TicketNews.Reply;
import dev.rota.desk.TicketNews.Standing;
import dev.rota.desk.TicketNews.What;
import dev.rota.downstream.Undelivered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of HubSpot, in the form and with the signature that it documents, become news. */
class HubspotBackTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final String SECRET = "8c1b7f0e-client-secret";
    private static final String AGENT = "\"changeSource\": \"CRM_UI\", \"sourceId\": \"userId:45678\"";
    private static final String ROTA = "\"changeSource\": \"INTEGRATION\", \"sourceId\": \"987654\"";
    private static final String OTHER_APP = "\"changeSource\": \"INTEGRATION\", \"sourceId\": \"111\"";

    private final HubspotFake fake = new HubspotFake();
    private final Listening hubspot = new Listening(
            "hubspot-back",
            Map.of(
                    "secret", SECRET,
                    "door", "https://hooks.fibranorte.example",
                    "url", fake.url(),
                    "token", "pat-1",
                    "stages", "{\"waiting\": \"1\", \"in_progress\": \"2\", \"closed\": \"4\"}"));

    @AfterEach
    void close() {
        hubspot.close();
        fake.close();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(change("hubspot_owner_id", "3902", AGENT), new Owner("3902")),
                Arguments.of(change("hubspot_owner_id", "", AGENT), new Owner(null)),
                Arguments.of(change("hubspot_owner_id", "3902", OTHER_APP), new Owner("3902")),
                Arguments.of(change("hs_pipeline_stage", "4", AGENT), new Standing(Status.CLOSED)),
                Arguments.of(change("hs_pipeline_stage", "2", AGENT), new Standing(Status.IN_PROGRESS)),
                Arguments.of(
                        change("hs_pipeline_stage", "2", AGENT)
                                .replace("\"ticket.propertyChange\"", "\"object.propertyChange\"")
                                .replace("\"portalId\"", "\"objectTypeId\": \"0-5\", \"portalId\""),
                        new Standing(Status.IN_PROGRESS)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void another_owner_and_another_stage_are_news_without_a_question(String event, What what) {
        assertThat(hear(event)).singleElement().satisfies(news -> {
            assertThat(news.ticketId()).isEqualTo("500123");
            assertThat(news.what()).isEqualTo(what);
            assertThat(news.by()).isNull();
        });
        assertThat(fake.asked()).isEmpty();
    }

    @Test
    void a_note_is_one_and_a_logged_whatsapp_message_is_an_answer_by_the_owner_of_the_activity() {
        fake.activities.put("/crm/v3/objects/notes/77", activity("77", "hs_note_body", "<p>VIP &amp; urgente</p>"));
        fake.activities.put(
                "/crm/v3/objects/communications/78",
                activity("78", "hs_communication_body", "Bom dia!<br>Já vou olhar."));

        var heard =
                hear(created("0-46", 77, AGENT), change("hs_pipeline_stage", "4", AGENT), created("0-18", 78, AGENT));

        assertThat(heard)
                .extracting(TicketNews::what)
                .containsExactly(
                        new Note("VIP & urgente"), new Standing(Status.CLOSED), new Reply("Bom dia!\nJá vou olhar."));
        assertThat(heard).extracting(TicketNews::key).contains("notes-77", "communications-78");
        assertThat(heard.get(2).by()).isEqualTo("3901");
        assertThat(heard.get(2).ticketId()).isEqualTo("500123");
        assertThat(fake.violations()).isEmpty();
    }

    static Stream<String> others() {
        return Stream.of(
                change("hubspot_owner_id", "3902", ROTA),
                change("hs_pipeline_stage", "4", ROTA),
                created("0-46", 77, ROTA),
                change("subject", "outra coisa", AGENT),
                created("0-1", 5, AGENT),
                change("hs_pipeline_stage", "4", AGENT).replace("ticket.propertyChange", "deal.propertyChange"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void what_rota_did_and_what_it_has_no_word_for_is_none_and_nobody_is_asked(String event) {
        assertThat(hear(event)).isEmpty();
        assertThat(fake.asked()).isEmpty();
    }

    @Test
    void a_note_that_is_gone_or_on_no_ticket_is_none_and_a_phone_call_is_no_answer() {
        fake.activities.put(
                "/crm/v3/objects/notes/78",
                Map.of("id", "78", "properties", Map.of("hs_note_body", "sobre o contato")));
        fake.activities.put(
                "/crm/v3/objects/communications/79",
                Map.of(
                        "id", "79",
                        "properties", Map.of("hs_communication_channel_type", "SMS", "hs_communication_body", "oi"),
                        "associations", onTicket()));

        assertThat(hear(created("0-46", 77, AGENT), created("0-46", 78, AGENT), created("0-18", 79, AGENT)))
                .isEmpty();
        assertThat(fake.asked()).hasSize(3);
    }

    @Test
    void a_hubspot_that_is_busy_is_told_from_one_that_refuses() {
        fake.answersNext(
                ContractFake.Response.of(429, Map.of("status", "error")).with("Retry-After", "10"));

        assertThatThrownBy(() -> hear(created("0-46", 77, AGENT)))
                .hasRootCauseInstanceOf(Undelivered.class)
                .rootCause()
                .extracting(failure -> ((Undelivered) failure).outcome())
                .isInstanceOfSatisfying(
                        Closed.class, closed -> assertThat(closed.after()).isEqualTo(Duration.ofSeconds(10)));
    }

    @Test
    void the_same_change_again_has_the_same_key_and_another_another() {
        var first = hear(change("hs_pipeline_stage", "4", AGENT)).get(0).key();

        assertThat(hear(change("hs_pipeline_stage", "4", AGENT)
                        .replace("\"attemptNumber\": 0", "\"attemptNumber\": 1")))
                .extracting(TicketNews::key)
                .containsExactly(first);
        assertThat(hear(change("hubspot_owner_id", "3902", AGENT)))
                .extracting(TicketNews::key)
                .doesNotContain(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/webhooks/downstream/desk",
                "https://hooks.fibranorte.example/webhooks/downstream/sales",
                "http://hooks.fibranorte.example/webhooks/downstream/desk"
            })
    void what_was_signed_for_another_address_is_refused_whatever_host_the_call_names(String uri) {
        var body = "[" + change("hs_pipeline_stage", "4", AGENT) + "]";
        var time = String.valueOf(NOW.toEpochMilli());
        var headers = Map.of(
                "host",
                "other.example",
                "x-hubspot-request-timestamp",
                time,
                "x-hubspot-signature-v3",
                signature("POST", uri, body, time));

        assertThatThrownBy(() -> hubspot.hear(NOW, headers, body)).isInstanceOf(SignatureRefused.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void what_was_not_signed_just_now_is_refused(long seconds) {
        var body = "[" + change("hs_pipeline_stage", "4", AGENT) + "]";

        assertThatThrownBy(() -> hubspot.hear(NOW, headers(body, NOW.plusSeconds(seconds)), body))
                .isInstanceOf(SignatureRefused.class)
                .hasMessageContaining("X-HubSpot-Request-Timestamp is not within");
        assertThat(hubspot.hear(NOW, headers(body, NOW.plusSeconds(299)), body)).hasSize(1);
    }

    @Test
    void its_page_shows_calls_questions_and_news() throws IOException {
        fake.activities.put(
                "/crm/v3/objects/communications/78",
                activity("78", "hs_communication_body", "Bom dia!<br>Já vou olhar."));
        hear(change("hubspot_owner_id", "3902", AGENT), change("hs_pipeline_stage", "4", AGENT));
        hear(created("0-18", 78, AGENT));
        hear(change("hs_pipeline_stage", "4", ROTA));

        HeardPage.check("hubspot", hubspot.heard(), fake);
    }

    private List<TicketNews> hear(String... events) {
        var body = "[" + String.join(",", events) + "]";
        return hubspot.hear(NOW, headers(body, NOW.minusSeconds(2)), body);
    }

    private static Map<String, String> headers(String body, Instant at) {
        var time = String.valueOf(at.toEpochMilli());
        var uri = "https://hooks.fibranorte.example/webhooks/downstream/desk";
        return Map.of(
                "x-hubspot-request-timestamp", time, "x-hubspot-signature-v3", signature("POST", uri, body, time));
    }

    /** Base64 of HMAC-SHA256 over method, URI, body and time. */
    private static String signature(String method, String uri, String body, String time) {
        var mac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, SECRET.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(mac.hmac(method + uri + body + time));
    }

    /** As developers.hubspot.com documents events. */
    private static String change(String property, String value, String source) {
        return """
                {"eventId": 3816279340, "subscriptionId": 25, "portalId": 33, "appId": 987654, "occurredAt": 1795532395000,
                 "subscriptionType": "ticket.propertyChange", "attemptNumber": 0, "objectId": 500123,
                 "propertyName": "%s", "propertyValue": "%s", %s}"""
                .formatted(property, value, source);
    }

    private static String created(String type, long id, String source) {
        return """
                {"eventId": 100, "subscriptionId": 26, "portalId": 33, "appId": 987654, "occurredAt": 1795532396000,
                 "subscriptionType": "object.creation", "attemptNumber": 0, "objectId": %d, "objectTypeId": "%s",
                 "changeFlag": "CREATED", %s}"""
                .formatted(id, type, source);
    }

    private static Map<String, Object> activity(String id, String property, String text) {
        var properties =
                Map.of(property, text, "hubspot_owner_id", "3901", "hs_communication_channel_type", "WHATS_APP");
        return Map.of("id", id, "properties", properties, "associations", onTicket());
    }

    private static Map<String, Object> onTicket() {
        return Map.of("tickets", Map.of("results", List.of(Map.of("id", "500123", "type", "note_to_ticket"))));
    }
}
