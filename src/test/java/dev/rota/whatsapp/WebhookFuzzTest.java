package dev.rota.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rota.desk.Event;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes somebody signs: they become events, each of them a webhook by itself, and each says something. */
class WebhookFuzzTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
    private static final long MOST_BYTES = 16L << 20;

    private final Splitter splitter = new Splitter();
    private final Reader reader = new Reader(ExampleCompany::simple);

    static Stream<byte[]> payloads() {
        return Corpus.names().stream().map(Corpus::payload);
    }

    @MethodSource("payloads")
    @FuzzTest
    void any_bytes_become_events_that_say_something(byte[] body) {
        var events = splitter.split(new SignedBody(body, RECEIVED));

        var room = Math.max(MOST_BYTES, body.length);
        check(!events.isEmpty(), "no event");
        for (var event : events) {
            room -= event.body().length;
            check(room >= 0, "the parts take too much room");
            checkAlone(event);
            // Reading never throws, whatever it says; so does showing what was read.
            check(!reader.read(event).toString().isEmpty(), "nothing said");
        }
    }

    private void checkAlone(Event event) {
        var again = splitter.split(new SignedBody(event.body(), RECEIVED));
        check(again.size() == 1, "a part is more than one event");
        var same = again.get(0);
        check(same.key().equals(event.key()), "a part has another key by itself");
        check(same.kind().equals(event.kind()), "a part has another kind by itself");
        check(same.lane() == event.lane(), "a part has another lane by itself");
        check(same.number().equals(event.number()), "a part has another number by itself");
    }

    private static void check(boolean holds, String fault) {
        if (!holds) { // a message for each of a million executions would take longer than what is tested
            assertThat(holds).as(fault).isTrue();
        }
    }
}
