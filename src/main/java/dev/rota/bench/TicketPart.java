package dev.rota.bench;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.stream.Stream;

/** Measures the way of messages from the instant of sending to their tickets, at a fixed rate. */
final class TicketPart {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Vertx vertx;
    private final Target door;
    private final Webhooks webhooks;
    private final Arrivals arrivals;
    private final Backlog backlog;

    TicketPart(Vertx vertx, Target door, Webhooks webhooks, Arrivals arrivals, Backlog backlog) {
        this.vertx = vertx;
        this.door = door;
        this.webhooks = webhooks;
        this.arrivals = arrivals;
        this.backlog = backlog;
    }

    Figures.Tickets measure(int rate, Duration time) {
        var count = Math.max(1, Math.toIntExact(rate * time.toMillis() / 1000));
        var messages = Stream.generate(webhooks::message).limit(count).toList();
        var againBefore = arrivals.again();
        var loop = new OpenLoop(vertx, door, rate);
        var next = messages.iterator();
        var scheduled = loop.post(() -> next.next().webhook(), count);
        var behind = backlog.drain(PATIENCE);
        var arrived = arrivals.since(messages, scheduled);
        return new Figures.Tickets(
                rate,
                count,
                loop.acknowledged().errors(),
                arrived.answered(),
                arrivals.again() - againBefore,
                loop.acknowledged().latency(),
                arrived.latency(),
                behind);
    }
}
