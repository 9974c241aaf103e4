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

/** What a webhook of Chatwoot posts, in the form that it documents, becomes news. */
class ChatwootBackTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final String SECRET = "chatwoots-own";

    private final Listening chatwoot = new Listening("chatwoot-back", Map.of("secret", SECRET));

    @AfterEach
    void close() {
        chatwoot.close();
    }

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(message("outgoing", "user", false, "null"), new Reply("Bom dia!"), "message-880", "31"),
                Arguments.of(message("outgoing", "user", true, "null"), new Note("Bom dia!"), "message-880", "31"),
                Arguments.of(status("resolved"), new Standing(Status.CLOSED), null, null),
                Arguments.of(status("open"), new Standing(Status.IN_PROGRESS), null, null),
                Arguments.of(status("snoozed"), new Standing(Status.IN_PROGRESS), null, null),
                Arguments.of(updated("assignee_id", "32"), new Owner("32"), null, null),
                Arguments.of(updated("assignee_id", "null"), new Owner(null), null, null));
    }

    @ParameterizedTest
    @MethodSource("events")
    void what_agents_do_is_news_of_the_conversation(
            String event, What what, @Nullable String key, @Nullable String by) {
        assertThat(hear(event)).singleElement().satisfies(news -> {
            assertThat(news).isEqualTo(new TicketNews("desk", news.key(), "77", "rota-42", what, by, NOW));
            assertThat(news.key()).matches(key == null ? "#[0-9a-f]{64}\\.0" : key);
        });
    }

    @Test
    void a_change_that_is_sent_again_is_the_same_and_one_of_another_second_is_another() {
        var event = status("resolved");
        var first = headers(SECRET, String.valueOf(NOW.getEpochSecond()), event);
        var later = headers(SECRET, String.valueOf(NOW.getEpochSecond() + 1), event);

        assertThat(chatwoot.hear(NOW.plusSeconds(9), first, event))
                .extracting(TicketNews::key)
                .isEqualTo(keys(first, event))
                .doesNotContainAnyElementsOf(keys(later, event));
    }

    static Stream<String> nothing() {
        return Stream.of(
                message("outgoing", "user", false, "\"rota-m-9001\""),
                message("incoming", "contact", false, "null"),
                message("outgoing", "agent_bot", false, "null"),
                message("outgoing", "user", false, "null").replace("\"Bom dia!\"", "null"),
                updated("priority", "\"high\""),
                "{\"event\": \"conversation_created\", \"id\": 77}");
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void what_rota_the_customer_or_a_bot_wrote_and_what_it_has_no_word_for_is_none(String event) {
        assertThat(hear(event)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void what_was_not_signed_just_now_is_refused(long seconds) {
        var event = status("open");
        var time = String.valueOf(NOW.plusSeconds(seconds).getEpochSecond());

        assertThatThrownBy(() -> chatwoot.hear(NOW, headers(SECRET, time, event), event))
                .isInstanceOf(SignatureRefused.class)
                .hasMessageContaining("X-Chatwoot-Timestamp is not within");
    }

    @Test
    void another_secret_another_body_and_no_signature_are_refused() {
        var event = status("open");
        var time = String.valueOf(NOW.getEpochSecond());

        assertThatThrownBy(() -> chatwoot.hear(NOW, headers("other", time, event), event))
                .isInstanceOf(SignatureRefused.class);
        assertThatThrownBy(() -> chatwoot.hear(NOW, headers(SECRET, time, event), status("resolved")))
                .isInstanceOf(SignatureRefused.class);
        assertThatThrownBy(() -> chatwoot.hear(NOW, Map.of("x-chatwoot-timestamp", time), event))
                .isInstanceOf(SignatureRefused.class)
                .hasMessage("the call has no X-Chatwoot-Signature");
    }

    @Test
    void its_page_shows_calls_and_news() throws IOException {
        hear(message("outgoing", "user", false, "null"));
        hear(message("outgoing", "user", true, "null"));
        hear(status("resolved"));
        hear(message("outgoing", "user", false, "\"rota-m-9001\""));

        HeardPage.check("chatwoot", chatwoot.heard(), null);
    }

    private List<String> keys(Map<String, String> headers, String event) {
        return chatwoot.hear(NOW, headers, event).stream().map(TicketNews::key).toList();
    }

    private List<TicketNews> hear(String event) {
        return chatwoot.hear(NOW, headers(SECRET, String.valueOf(NOW.getEpochSecond() - 2), event), event);
    }

    /** The HMAC-SHA256 over time, point and body. */
    private static Map<String, String> headers(String secret, String time, String event) {
        var mac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret.getBytes(StandardCharsets.UTF_8));
        return Map.of(
                "x-chatwoot-signature", "sha256=" + mac.hmacHex(time + "." + event), "x-chatwoot-timestamp", time);
    }

    private static String message(String type, String sender, boolean hidden, String source) {
        return """
                {"event": "message_created", "id": 880, "content": "Bom dia!", "message_type": "%s", "private": %b,
                 "source_id": %s, "content_type": "text", "sender": {"id": 31, "name": "Ana Prado", "type": "%s"},
                 "account": {"id": 1}, "conversation": %s}"""
                .formatted(type, hidden, source, sender, conversation("open"));
    }

    private static String status(String status) {
        return conversation(status).replaceFirst("\\{", "{\"event\": \"conversation_status_changed\",");
    }

    private static String updated(String attribute, String value) {
        return conversation("open")
                .replaceFirst(
                        "\\{",
                        "{\"event\": \"conversation_updated\", \"changed_attributes\": [{\"%s\": {\"previous_value\": 1, \"current_value\": %s}}],"
                                .formatted(attribute, value));
    }

    private static String conversation(String status) {
        return """
                {"id": 77, "inbox_id": 3, "status": "%s", "custom_attributes": {"rota_reference": "rota-42"},
                 "meta": {"assignee": {"id": 31, "type": "user"}}, "account_id": 1}"""
                .formatted(status);
    }
}
