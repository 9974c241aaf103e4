package dev.rota.downstream;

import dev.rota.desk.Tempo;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Which downstreams are worth a look: those on which something became due or free since the last one, and from time to time
 * all, since time passes and other engines work too.
 */
final class Stir {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final Semaphore signals = new Semaphore(0);
    private final Set<String> stirred = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean everything = new AtomicBoolean(true);
    private final Tempo tempo = new Tempo(BETWEEN_LOOKS::toNanos);
    private long lookedAtAll;

    /** Something became due on these, or free. */
    void on(Collection<String> downstreams) {
        stirred.addAll(downstreams);
        signals.release();
    }

    /** There may be something on any. */
    void everywhere() {
        everything.set(true);
        signals.release();
    }

    /** Waits until something is worth a look; what comes in plenty is looked at at once. */
    void await() throws InterruptedException {
        if (signals.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            tempo.await(signals::availablePermits);
            signals.drainPermits();
        }
    }

    /** Begins a look at these; what happens from now on is for the next. */
    Predicate<String> look() {
        var now = System.nanoTime();
        if (everything.getAndSet(false) || now - lookedAtAll >= LOOK_EVERY.toNanos()) {
            lookedAtAll = now;
            stirred.clear();
            return any -> true;
        }
        var these = Set.copyOf(stirred);
        stirred.removeAll(these);
        return these::contains;
    }
}
