package dev.rota.bench;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Measures the door at fixed rates, in Meta's mix of messages and statuses. */
final class SteadyPart {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final Target door;
    private final Webhooks webhooks;
    private final Backlog backlog;
    private final Processor processor;

    SteadyPart(Vertx vertx, Target door, Webhooks webhooks, Backlog backlog, Processor processor) {
        this.vertx = vertx;
        this.door = door;
        this.webhooks = webhooks;
        this.backlog = backlog;
        this.processor = processor;
    }

    /** Posts for that long, and waits until the work behind it is done. */
    Figures.Steady measure(int rate, Duration time) {
        return load(rate, time, () -> {});
    }

    /** The same over a long time, with a look at the ledger at its end. */
    Figures.Sustained sustain(Plan.Load load) {
        var pending = new long[1];
        var steady = load(load.rate(), load.time(), () -> pending[0] = backlog.pending());
        return new Figures.Sustained(steady, load.time().toSeconds(), pending[0], backlog.imbalance());
    }

    private Figures.Steady load(int rate, Duration time, Runnable atEnd) {
        var count = Math.max(1, Math.toIntExact(rate * time.toMillis() / 1000));
        var before = processor.used();
        var loop = new OpenLoop(vertx, door, rate);
        loop.post(webhooks::mixed, count);
        atEnd.run();
        var behind = backlog.drain(PATIENCE);
        var cpu = Processor.secondsPerThousand(processor.used().minus(before), count);
        var answers = loop.acknowledged();
        return new Figures.Steady(rate, count, answers.errors(), answers.latency(), cpu, behind);
    }
}
