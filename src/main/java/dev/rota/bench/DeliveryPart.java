package dev.rota.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;

/** Measures how fast deliveries go out that became due all at once. */
final class DeliveryPart {

    private static final int ROUNDS = 3;

    /** So many times don't count: a JVM compiles what it does often, and takes the processors while it does. */
    private static final int WARM_UP = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final Helpdesks helpdesks;
    private final Duties duties;
    private final Backlog backlog;

    DeliveryPart(Helpdesks helpdesks, Duties duties, Backlog backlog) {
        this.helpdesks = helpdesks;
        this.duties = duties;
        this.backlog = backlog;
    }

    /** So many at a time, some times over. */
    Figures.Delivered measure(String downstream, int count) {
        var rates = new double[ROUNDS];
        var missing = 0;
        var again = 0;
        for (var round = 0; round < WARM_UP; round++) {
            once(downstream, count);
        }
        for (var round = 0; round < ROUNDS; round++) {
            rates[round] = once(downstream, count);
            missing += count - helpdesks.brought().count();
            again += helpdesks.brought().again();
        }
        var sorted = DoubleStream.of(rates).sorted().toArray();
        return new Figures.Delivered(downstream, count, ROUNDS, sorted[ROUNDS / 2], sorted[0], missing, again);
    }

    /** Deliveries per second, as the helpdesk sees them. */
    double once(String downstream, int count) {
        var brought = helpdesks.brought();
        duties.store(downstream, count);
        brought.begin();
        duties.due(downstream);
        var start = System.nanoTime();
        while (brought.count() < count && System.nanoTime() - start < PATIENCE.toNanos()) {
            LockSupport.parkNanos(PAUSE);
        }
        return brought.perSecond();
    }

    /** Waits until all that was brought is written down. */
    Figures.Drained drain() {
        return backlog.drain(PATIENCE);
    }
}
