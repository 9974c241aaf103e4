package dev.rota.journal;

import dev.rota.desk.Event;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Invented events. */
final class Events {

    private static final AtomicLong MADE = new AtomicLong();

    private Events() {}

    /** The next event of that lane; its body says which. */
    static Event in(int lane) {
        return in(lane, lane + ":" + MADE.incrementAndGet());
    }

    static Event in(int lane, String body) {
        return new Event(
                0,
                new UUID(1, MADE.incrementAndGet()),
                "message",
                lane,
                "number-1",
                Clock.systemUTC().instant(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Event event) {
        return new String(event.body(), StandardCharsets.UTF_8);
    }
}
