package dev.rota.bench;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;

/** Measures the door at fixed rates, in Meta's mix of messages and statuses, and its ceiling in the same way. */
final class SteadyPart {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** Up to so many are made beforehand, so that making them takes nothing from those that are under way. */
    private static final int LARGEST_STOCK = 100_000;

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

    /** Posts for that long to the door, waits until the work behind it is done, and then posts to its ceiling. */
    Figures.Steady measure(int rate, Duration time, Target ceiling) {
        var steady = load(rate, time, answers -> {});
        var count = Math.toIntExact(steady.sent());
        var loop = new OpenLoop(vertx, ceiling, rate);
        loop.post(stock(count)::take, count);
        return new Figures.Steady(
                rate,
                count,
                steady.errors(),
                steady.acknowledged(),
                steady.late(),
                new Figures.Speed(
                        rate, loop.acknowledged().latency(), loop.acknowledged().errors()),
                steady.cpuSeconds(),
                steady.behind());
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
        var stock = stock(count);
        var before = processor.used();
        var loop = new OpenLoop(vertx, door, rate);
        loop.post(stock::take, count);
        var answers = loop.acknowledged();
        atEnd.accept(answers);
        var behind = backlog.drain(PATIENCE);
        var cpu = Processor.secondsPerThousand(processor.used().minus(before), count);
        return new Figures.Steady(
                rate, count, answers.errors(), answers.latency(), loop.late().latency(), null, cpu, behind);
    }

    private Stock stock(int count) {
        return count <= LARGEST_STOCK ? Stock.of(webhooks, count) : Stock.endless(webhooks);
    }
}
