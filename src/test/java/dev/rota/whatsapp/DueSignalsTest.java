package dev.rota.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rota.desk.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signs to customers: each once, none twice in a row, and nobody ever waits for one. */
class DueSignalsTest {

    private static final String NUMBER = "vendas";

    private final AtomicLong nanos = new AtomicLong();
    private final DueSignals signals = new DueSignals(nanos::get);
    private final List<Signal> given = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        signals.stop();
    }

    @Test
    void a_message_is_read_once_and_whoever_types_has_read_it() {
        start();
        signals.give(read("w1"));
        signals.give(read("w1"));
        signals.give(typing("w2"));
        signals.give(read("w2"));
        signals.give(read("w3"));

        await().untilAsserted(() -> assertThat(given).containsExactly(read("w1"), typing("w2"), read("w3")));
    }

    @Test
    void while_somebody_goes_on_typing_it_is_shown_again_before_it_would_end() {
        start();
        signals.give(typing("w1"));
        nanos.addAndGet(Duration.ofSeconds(19).toNanos());
        signals.give(typing("w1"));
        await().untilAsserted(() -> assertThat(given).hasSize(1));

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        signals.give(typing("w1"));

        await().untilAsserted(() -> assertThat(given).containsExactly(typing("w1"), typing("w1")));
    }

    @Test
    void what_fails_is_not_given_again_and_holds_up_nothing() {
        signals.start(signal -> {
            given.add(signal);
            return signal.wamid().equals("w1")
                    ? CompletableFuture.failedFuture(new IOException("Meta hung up"))
                    : CompletableFuture.completedFuture(signal);
        });
        signals.give(read("w1"));
        signals.give(read("w2"));

        await().untilAsserted(() -> assertThat(given).containsExactly(read("w1"), read("w2")));
    }

    @Test
    void while_meta_takes_its_time_the_rest_is_dropped_and_the_giver_goes_on() {
        var slow = new CompletableFuture<Object>();
        signals.start(signal -> {
            given.add(signal);
            return given.size() == 1 ? slow : CompletableFuture.completedFuture(signal);
        });
        for (var n = 0; n < 1000; n++) {
            signals.give(read("w" + n));
        }
        slow.complete(true);

        signals.give(read("last"));
        await().untilAsserted(() -> assertThat(given).hasSizeBetween(200, 202));
    }

    @Test
    void a_sign_is_told_as_the_cloud_api_takes_it() throws Exception {
        var graph = new GraphSignals(ExampleCompany::simple, "v26.0", new JsonMapper());
        var json = new JsonMapper();

        assertThat(json.readTree(graph.request(read("w1")).json()))
                .isEqualTo(json.readTree(
                        "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"w1\"}"));
        assertThat(json.readTree(graph.request(typing("w1")).json()))
                .isEqualTo(
                        json.readTree("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"w1\","
                                + "\"typing_indicator\":{\"type\":\"text\"}}"));
        assertThat(graph.request(read("w1")).path()).isEqualTo("/v26.0/" + ExampleCompany.NUMBER + "/messages");
        assertThat(read("w1")).hasToString("Signal[" + NUMBER + ", read]");
    }

    private void start() {
        signals.start(signal -> {
            given.add(signal);
            return CompletableFuture.completedFuture(signal);
        });
    }

    private static Signal read(String wamid) {
        return new Signal(NUMBER, wamid, false);
    }

    private static Signal typing(String wamid) {
        return new Signal(NUMBER, wamid, true);
    }
}
