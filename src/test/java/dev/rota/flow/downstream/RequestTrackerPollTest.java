package dev.rota.flow.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.downstream.Undelivered;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Request Tracker is asked is the same news as what its scrip posts, so that a lost call is found and no other counts twice. */
class RequestTrackerPollTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    private final RequestTrackerFake tracker = new RequestTrackerFake();
    private final Polling polling = new Polling("request-tracker-poll", Map.of("url", tracker.url(), "token", "rt-1"));

    @AfterEach
    void close() {
        polling.close();
        tracker.close();
    }

    @Test
    void the_first_time_it_only_learns_how_far_things_are() {
        assertThat(polling.ask(null).path("cursor").asText()).isEqualTo("0");
        tracker.said(75, "ana", "Correspond", "Bom dia!");
        tracker.did(79, "ana", "Status", "Status", "resolved");

        var first = polling.ask(null);

        assertThat(first.path("cursor").asText()).isEqualTo("79");
        assertThat(first.path("news")).isEmpty();
        assertThat(first.path("more").asBoolean()).isFalse();
    }

    @Test
    void what_agents_did_since_is_news_with_the_key_that_the_call_has() throws IOException {
        tracker.said(101, "ana", "Correspond", "Bom dia!\n\nJá vou.");
        tracker.said(102, "ana", "Comment", "VIP");
        tracker.did(103, "ana", "Set", "Owner", "34");
        tracker.did(104, "ana", "Set", "Owner", "6");
        tracker.did(105, "ana", "Status", "Status", "resolved");
        tracker.did(106, "RT_System", "Status", "Status", "open");

        var page = polling.ask("100");

        assertThat(page.path("cursor").asText()).isEqualTo("106");
        assertThat(tracker.violations()).isEmpty();
        assertThat(page.path("news"))
                .extracting(news ->
                        news.path("key").asText() + " " + news.path("what").asText() + " " + told(news) + " "
                                + news.path("by").asText())
                .containsExactly(
                        "transaction-101 reply Bom dia!\n\nJá vou. ana",
                        "transaction-102 note VIP ana",
                        "transaction-103 owner ana ana",
                        "transaction-104 owner null ana",
                        "transaction-105 status closed ana",
                        "transaction-106 status in_progress RT_System");
        assertThat(page.path("news").get(0).path("key").asText()).isEqualTo(keyOfTheCall(101));
        WirePage.check("request-tracker-poll", "request-tracker-poll", tracker);
    }

    @Test
    void what_rota_did_is_none_and_nobody_is_asked_about_it() {
        tracker.said(101, "rota", "Correspond", "oi\n\n[rota-m-9001]");
        tracker.did(102, "rota", "Status", "Status", "resolved");

        assertThat(polling.ask("100").path("news")).isEmpty();
        assertThat(tracker.asked()).hasSize(1);
    }

    @Test
    void the_last_numbers_are_read_again_for_what_was_committed_late() {
        tracker.did(100, "ana", "Status", "Status", "resolved");
        assertThat(polling.ask("100").path("news")).hasSize(1);
        tracker.did(99, "ana", "Status", "Status", "open");

        assertThat(StreamSupport.stream(polling.ask("100").path("news").spliterator(), false))
                .extracting(news -> news.path("key").asText())
                .containsExactly("transaction-99", "transaction-100");
    }

    @Test
    void there_is_more_while_a_page_is_full() {
        for (var id = 1001; id <= 1150; id++) {
            tracker.did(id, "rota", "Status", "Status", "open");
        }
        var first = polling.ask("1000");
        var second = polling.ask(first.path("cursor").asText());

        assertThat(first.path("cursor").asText()).isEqualTo("1100");
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(second.path("cursor").asText()).isEqualTo("1150");
        assertThat(second.path("more").asBoolean()).isFalse();
    }

    @Test
    void who_may_not_ask_is_told_so() {
        try (var wrong = new Polling("request-tracker-poll", Map.of("url", tracker.url(), "token", "wrong"))) {
            assertThatThrownBy(() -> wrong.ask("100")).hasRootCauseInstanceOf(Undelivered.class);
        }
    }

    private static String told(JsonNode news) {
        return news.path(
                        news.path("what").asText().matches("reply|note")
                                ? "text"
                                : news.path("what").asText())
                .asText();
    }

    /** The same transaction as the scrip posts it. */
    private static @Nullable String keyOfTheCall(int id) {
        try (var listening = new Listening("request-tracker-back", Map.of("secret", "s3cret"))) {
            var body =
                    """
                    {"transaction": {"id": %d, "type": "Correspond", "by": "ana", "at": "2026-11-24T14:59:30Z",
                     "content": "Bom dia!"}, "ticket": {"id": 42, "reference": "rota-42"}}"""
                            .formatted(id);
            var time = String.valueOf(NOW.getEpochSecond());
            var signature = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, "s3cret").hmacHex(time + "." + body);
            return listening
                    .hear(NOW, Map.of("x-rt-timestamp", time, "x-rt-signature", "sha256=" + signature), body)
                    .get(0)
                    .key();
        }
    }
}
