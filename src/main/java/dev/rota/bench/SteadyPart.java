package dev.rota.bench;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;

/** Measures the door at fixed rates, in Meta's mix of messages and statuses. */
final class SteadyPart {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

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
        return load(rate, time, answers -> {});
    }

    /**
     * The same over a long time, with a look at the ledger at its end.
     *
     * @param progress is told how it went before the work behind it is waited for, which may take long
     */
    Figures.Sustained sustain(Plan.Load load, Consumer<String> progress) {
        var pending = new long[1];
        var steady = load(load.rate(), load.time(), answers -> {
            pending[0] = backlog.pending();
            progress.accept(
                    "  p50 %.1f ms, p99 %.1f ms, %,d errors; %,d events still to do, ledger out of balance by %d"
                            .formatted(
                                    answers.latency().p50(),
                                    answers.latency().p99(),
                                    answers.errors(),
                                    pending[0],
                                    backlog.imbalance()));
        });
        return new Figures.Sustained(steady, load.time().toSeconds(), pending[0], backlog.imbalance());
    }

    private Figures.Steady load(int rate, Duration time, Consumer<Samples> atEnd) {
        var count = Math.max(1, Math.toIntExact(rate * time.toMillis() / 1000));
        var before = processor.used();
        var loop = new OpenLoop(vertx, door, rate);
        loop.post(webhooks::mixed, count);
        var answers = loop.acknowledged();
        atEnd.accept(answers);
        var behind = backlog.drain(PATIENCE);
        var cpu = Processor.secondsPerThousand(processor.used().minus(before), count);
        return new Figures.Steady(rate, count, answers.errors(), answers.latency(), cpu, behind);
    }
}
