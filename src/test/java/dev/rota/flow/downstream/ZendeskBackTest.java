package dev.rota.flow.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.SignatureRefused;
import dev.rota.desk.Status;
import dev.rota.desk.TicketNews;
import dev.rota.desk.TicketNews.Note;
import dev.rota.desk.TicketNews.Owner;
import dev.rota.desk.TicketNews.Reply;
import dev.rota.desk.TicketNews.Standing;
import dev.rota.desk.TicketNews.What;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ticket events of Zendesk, in the form and with the signature that it documents, become news. */
class ZendeskBackTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final String SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";

    private final Listening zendesk = new Listening("zendesk-back", Map.of("secret", SECRET, "self", "100"));

    @AfterEach
    void close() {
        zendesk.close();
    }

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(event("comment_added", 3901, comment(3901, true, true)), new Reply("Bom dia!"), "3901"),
                Arguments.of(event("comment_added", 3901, comment(3901, true, false)), new Note("Bom dia!"), "3901"),
                Arguments.of(event("agent_assignment_changed", 7, change("\"3902\"")), new Owner("3902"), "7"),
                Arguments.of(event("agent_assignment_changed", 7, change("null")), new Owner(null), "7"),
                Arguments.of(event("status_changed", 7, change("\"SOLVED\"")), new Standing(Status.CLOSED), "7"),
                Arguments.of(event("status_changed", 7, change("\"CLOSED\"")), new Standing(Status.CLOSED), "7"),
                Arguments.of(event("status_changed", 7, change("\"OPEN\"")), new Standing(Status.IN_PROGRESS), "7"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void what_agents_do_is_news_with_the_ticket_who_and_when(String event, What what, String by) {
        assertThat(hear(event))
                .containsExactly(new TicketNews(
                        "desk",
                        "cbe4028c-7239-495d-b020-f22348516046",
                        "35436",
                        "rota-42",
                        what,
                        by,
                        Instant.parse("2026-11-24T14:59:30.123Z")));
    }

    static Stream<String> ours() {
        return Stream.of(
                event("comment_added", 100, comment(100, true, true)),
                event("agent_assignment_changed", 100, change("\"3901\"")),
                event("status_changed", 100, change("\"SOLVED\"")),
                event("comment_added", 17, comment(17, false, true)),
                event("priority_changed", 7, change("\"HIGH\"")));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void what_rota_or_the_customer_did_and_what_it_has_no_word_for_is_none(String event) {
        assertThat(hear(event)).isEmpty();
    }

    @Test
    void a_ticket_of_others_has_no_reference() {
        assertThat(hear(event("status_changed", 7, change("\"OPEN\"")).replace("\"rota-42\"", "null")))
                .singleElement()
                .extracting(TicketNews::reference)
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T14:54:59Z", "2026-11-24T15:05:01Z", "now", ""})
    void what_was_not_signed_just_now_is_refused(String time) {
        var body = event("status_changed", 7, change("\"OPEN\""));

        assertThatThrownBy(() -> zendesk.hear(NOW, headers(signature(SECRET, time, body), time), body))
                .isInstanceOf(SignatureRefused.class)
                .hasMessageContaining("X-Zendesk-Webhook-Signature-Timestamp is not within");
    }

    @Test
    void another_secret_another_body_and_no_signature_are_refused() {
        var time = NOW.toString();
        var body = event("status_changed", 7, change("\"OPEN\""));
        var right = signature(SECRET, time, body);

        assertThat(zendesk.hear(NOW, headers(right, time), body)).hasSize(1);
        assertThatThrownBy(() -> zendesk.hear(NOW, headers(signature("other", time, body), time), body))
                .isInstanceOf(SignatureRefused.class);
        assertThatThrownBy(() -> zendesk.hear(NOW, headers(right, time), body.replace("OPEN", "SOLVED")))
                .isInstanceOf(SignatureRefused.class);
        assertThatThrownBy(() -> zendesk.hear(NOW, headers(null, time), body))
                .isInstanceOf(SignatureRefused.class)
                .hasMessage("the call has no X-Zendesk-Webhook-Signature");
    }

    @Test
    void its_page_shows_calls_and_news() throws IOException {
        hear(event("comment_added", 3901, comment(3901, true, true)));
        hear(event("agent_assignment_changed", 7, change("\"3902\"")));
        hear(event("status_changed", 7, change("\"SOLVED\"")));
        hear(event("comment_added", 100, comment(100, true, true)));

        HeardPage.check("zendesk", zendesk.heard(), null);
    }

    private List<TicketNews> hear(String event) {
        var time = NOW.minusSeconds(2).toString();
        return zendesk.hear(NOW, headers(signature(SECRET, time, event), time), event);
    }

    private static Map<String, String> headers(@Nullable String signature, String time) {
        var name = "x-zendesk-webhook-signature";
        return signature == null
                ? Map.of(name + "-timestamp", time)
                : Map.of(name, signature, name + "-timestamp", time);
    }

    /** Base64 of HMAC-SHA256 over time and body. */
    private static String signature(String secret, String time, String body) {
        var mac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(mac.hmac(time + body));
    }

    /** As developer.zendesk.com documents ticket events. */
    private static String event(String type, long actor, String change) {
        return """
                {"account_id": 22129848, "id": "cbe4028c-7239-495d-b020-f22348516046", "type": "zen:event-type:ticket.%s",
                 "subject": "zen:ticket:35436", "time": "2026-11-24T14:59:30.123Z", "event_version": "2022-11-06",
                 "zendesk_event_version": "2022-06-20", "event": %s,
                 "detail": {"id": "35436", "external_id": "rota-42", "actor_id": "%d", "assignee_id": "3901",
                   "status": "OPEN", "is_public": true, "requester_id": "17", "via": {"channel": "web_service"}}}
                """
                .formatted(type, change, actor);
    }

    private static String change(String current) {
        return "{\"current\": " + current + ", \"previous\": null}";
    }

    private static String comment(long author, boolean staff, boolean open) {
        return """
                {"comment": {"id": "8640", "body": "Bom dia!", "is_public": %b,
                 "author": {"id": "%d", "is_staff": %b, "name": "Ana Prado"}}}"""
                .formatted(open, author, staff);
    }
}
