package dev.rota.downstream.back;

import dev.rota.desk.Company;
import dev.rota.desk.NewsOutcome;
import dev.rota.desk.WorkSource;
import dev.rota.desk.WorkThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Hands out what downstreams said: that of one downstream in its order, that of several side by side. */
public final class DueCallbacks implements WorkSource<Callback, NewsOutcome>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DueCallbacks.class);
    private static final long LOOK_EVERY_MS = 500;
    private static final Duration SHORT = Duration.ofSeconds(1);

    /** How long a ticket may take to become known here, from its making there on. */
    private static final Duration STRANGE_FOR = Duration.ofSeconds(60);

    private final Callbacks callbacks;
    private final FailedCallbacks failed;
    private final TicketsUnderWay underWay;
    private final Supplier<Company> company;
    private final Clock clock;
    private final Semaphore wake;
    private final Set<String> inWork = ConcurrentHashMap.newKeySet();
    private @Nullable Thread taker;

    DueCallbacks(
            Callbacks callbacks, TicketsUnderWay underWay, Supplier<Company> company, Clock clock, Semaphore wake) {
        this.callbacks = callbacks;
        this.failed = new FailedCallbacks(callbacks, company, clock);
        this.underWay = underWay;
        this.company = company;
        this.clock = clock;
        this.wake = wake;
    }

    @Override
    public synchronized void start(Function<Callback, CompletableFuture<NewsOutcome>> work) {
        callbacks.start();
        var thread = WorkThreads.named("rota-callbacks").newThread(() -> take(work));
        thread.start();
        taker = thread;
    }

    @Override
    public synchronized void stop() {
        if (taker != null) {
            taker.interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        callbacks.close();
    }

    private void take(Function<Callback, CompletableFuture<NewsOutcome>> work) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!takeOnce(work)) {
                    var woken = wake.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                    log.trace("looking for callbacks, woken {}", woken);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean takeOnce(Function<Callback, CompletableFuture<NewsOutcome>> work) {
        var any = false;
        for (var downstream : company.get().downstreams().values()) {
            if (downstream.back() != null && inWork.add(downstream.name())) {
                any |= takeNext(downstream.name(), work);
            }
        }
        return any;
    }

    private boolean takeNext(String downstream, Function<Callback, CompletableFuture<NewsOutcome>> work) {
        try {
            var next = callbacks.take(downstream);
            if (next.isPresent()) {
                var unused = work.apply(next.get()).whenComplete((outcome, failure) -> {
                    end(next.get(), outcome, failure);
                    inWork.remove(downstream);
                    wake.release();
                });
                return true;
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("callbacks wait: the database is away ({})", e.getClass().getSimpleName());
        }
        inWork.remove(downstream);
        return false;
    }

    /** What can't be written down now ends with its lease, and is then done again without effect. */
    private void end(Callback callback, @Nullable NewsOutcome outcome, @Nullable Throwable failure) {
        try {
            if (failure != null) {
                failed.end(callback, failure);
            } else if (outcome == NewsOutcome.STRANGE && mayBecomeKnown(callback)) {
                callbacks.again(callback, SHORT, "its ticket is not known yet", false);
            } else {
                callbacks.done(callback);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("{} is done again later ({})", callback, e.getClass().getSimpleName());
        }
    }

    private boolean mayBecomeKnown(Callback callback) {
        return callback.receivedAt().plus(STRANGE_FOR).isAfter(clock.instant()) && underWay.any(callback.downstream());
    }
}
