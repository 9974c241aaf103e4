package dev.rota.media;

import dev.rota.desk.Backoff;
import dev.rota.desk.Company;
import dev.rota.desk.FetchOutcome;
import dev.rota.desk.FetchOutcome.Fetched;
import dev.rota.desk.FetchOutcome.Later;
import dev.rota.desk.FetchOutcome.Never;
import dev.rota.desk.FileFetch;
import dev.rota.desk.Settled;
import dev.rota.desk.WorkSource;
import dev.rota.desk.WorkThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/**
 * Hands out files that are to be fetched, a few at a time. What can't be had is tried again with growing pauses until Meta
 * has forgotten it; a number that Meta lets nothing be fetched for rests as a whole.
 */
public final class DueFiles implements WorkSource<FileFetch, FetchOutcome> {

    private static final Logger log = LoggerFactory.getLogger(DueFiles.class);
    private static final long LOOK_EVERY_MS = 500;
    private static final Duration REST = Duration.ofMinutes(1);

    private final MediaTable table;
    private final Supplier<Company> company;
    private final Settled settled;
    private final Backoff backoff;
    private final Clock clock;
    private final int places;
    private final Semaphore free;
    private final Semaphore wake = new Semaphore(0);
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();
    private @Nullable Thread claimer;

    /** @param places how many files may be under way at once */
    DueFiles(MediaTable table, Supplier<Company> company, Settled settled, Backoff backoff, Clock clock, int places) {
        this.table = table;
        this.company = company;
        this.settled = settled;
        this.backoff = backoff;
        this.clock = clock;
        this.places = places;
        this.free = new Semaphore(places);
    }

    /** Something became due, or a place became free. */
    void wake() {
        wake.release();
    }

    @Override
    public synchronized void start(Function<FileFetch, CompletableFuture<FetchOutcome>> work) {
        var thread = WorkThreads.named("rota-files").newThread(() -> claim(work));
        thread.start();
        claimer = thread;
    }

    @Override
    public synchronized void stop() {
        if (claimer != null) {
            claimer.interrupt();
        }
    }

    private void claim(Function<FileFetch, CompletableFuture<FetchOutcome>> work) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!claimOnce(work)) {
                    var woken = wake.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                    log.trace("looking for due files, woken {}", woken);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes what there is a place for; true when there may be more at once. */
    private boolean claimOnce(Function<FileFetch, CompletableFuture<FetchOutcome>> work) {
        var most = Math.min(free.availablePermits(), places);
        if (most == 0) {
            return false;
        }
        try {
            var now = clock.instant();
            resting.values().removeIf(until -> !until.isAfter(now));
            var taken = table.take(most, List.copyOf(resting.keySet()));
            taken.forEach(due -> bring(due, work));
            return taken.size() == most;
        } catch (DataAccessException | TransactionException e) {
            log.warn("files wait: the database is away ({})", e.getClass().getSimpleName());
            return false;
        }
    }

    private void bring(MediaTable.Due due, Function<FileFetch, CompletableFuture<FetchOutcome>> work) {
        free.acquireUninterruptibly();
        var unused = attempt(due, work).handle((outcome, failure) -> {
            settleOrLose(due, failure == null ? outcome : failed(failure));
            free.release();
            wake();
            return null;
        });
    }

    private CompletableFuture<FetchOutcome> attempt(
            MediaTable.Due due, Function<FileFetch, CompletableFuture<FetchOutcome>> work) {
        var number = company.get().numberById(due.number()).orElse(null);
        var app = number == null ? null : company.get().apps().get(number.app());
        if (number == null || app == null) {
            return done(new Later("its number is no longer in config/numbers.yaml", false));
        }
        if (app.token() == null) {
            return done(new Later("app '" + app.name() + "' of config/numbers.yaml has no access token", true));
        }
        return work.apply(new FileFetch(
                due.id(),
                due.lease(),
                number.name(),
                due.number(),
                app.token(),
                due.type(),
                due.media(),
                due.name(),
                due.until(),
                due.attempt()));
    }

    private static CompletableFuture<FetchOutcome> done(FetchOutcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    private static Later failed(Throwable failure) {
        return new Later("the engine failed (" + failure.getClass().getSimpleName() + ")", false);
    }

    /** What could not be written is due again when its lease ends. */
    private void settleOrLose(MediaTable.Due due, FetchOutcome outcome) {
        try {
            var shown = settle(due, outcome);
            if (!shown.isEmpty()) {
                settled.touched(shown);
            }
        } catch (RuntimeException e) {
            log.warn(
                    "file {}: what came of it can't be written ({})",
                    due.id(),
                    e.getClass().getSimpleName());
        } finally {
            if (outcome instanceof Fetched fetched) {
                MediaFolder.delete(fetched.bytes());
            }
        }
    }

    private List<Long> settle(MediaTable.Due due, FetchOutcome outcome) {
        if (outcome instanceof Fetched fetched) {
            return table.keep(due.id(), due.lease(), fetched);
        }
        if (outcome instanceof Never never) {
            log.warn("file {}: {}", due.id(), never.reason());
            return table.giveUp(due.id(), due.lease(), never.reason());
        }
        var later = (Later) outcome;
        var now = clock.instant();
        var next = now.plus(backoff.after(due.attempt()));
        if (later.others()) {
            rest(due.number(), later.reason(), now);
        }
        if (next.isAfter(due.until())) {
            log.warn("file {}: given up, since Meta keeps it no longer: {}", due.id(), later.reason());
            return table.giveUp(
                    due.id(), due.lease(), "Meta keeps a file for seven days, and they are over: " + later.reason());
        }
        return table.putOff(due.id(), due.lease(), next, later.reason());
    }

    private void rest(String number, String reason, Instant now) {
        if (resting.put(number, now.plus(REST)) == null) {
            var name = company.get().numberById(number).map(dev.rota.desk.Number::name);
            log.warn("number '{}': files wait: {}", name.orElse(number), reason);
        }
    }
}
