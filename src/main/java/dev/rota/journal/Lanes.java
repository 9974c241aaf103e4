package dev.rota.journal;

import dev.rota.desk.Event;
import dev.rota.desk.WorkThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works events off: the lanes in parallel, each lane in order, one event of it in work at a time. */
public final class Lanes {

    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    private final LaneTable table;
    private final Membership membership;
    private final Attempts attempts;
    private final Reader reader;
    private final ExecutorService workers;
    private final Suspects suspects;
    private final Pace pace;
    private volatile Function<Event, CompletableFuture<Void>> work = event ->
            CompletableFuture.failedFuture(new IllegalStateException("journal: the lanes have not been started"));
    private @Nullable Thread readerThread;

    /** @param threads how many threads the work may take at a time; a future that it returns is waited for without one */
    Lanes(LaneTable table, Membership membership, Attempts attempts, Backlog backlog, Pace pace, int threads) {
        this.table = table;
        this.pace = pace;
        this.membership = membership;
        this.attempts = attempts;
        this.reader = new Reader(table, backlog, membership::roll, this::handOut);
        this.workers = Executors.newFixedThreadPool(threads, WorkThreads.named("lane-worker"));
        this.suspects = new Suspects(workers);
    }

    /**
     * Begins to take lanes and to hand out their events. The work completes an event itself, in the transaction of its
     * effects; when its future ends with an exception the event is tried again, and after some attempts parked.
     */
    public synchronized void start(Function<Event, CompletableFuture<Void>> handler) {
        if (readerThread != null) {
            throw new IllegalStateException("journal: the lanes have been started already");
        }
        work = handler;
        readerThread = Daemons.start("journal-reader", reader);
        membership.takeLanes(reader::wake);
    }

    /** Hands out nothing more, waits for what is in work, and gives the lanes back. */
    public synchronized void stop(Duration atMost) {
        membership.takeNoMore();
        try {
            if (!table.leaveAll(System.nanoTime() + atMost.toNanos())) {
                log.warn("journal: events are still in work after {}; who takes the lane handles them again", atMost);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        membership.giveBack();
        if (readerThread != null) {
            readerThread.interrupt();
        }
        workers.shutdown();
    }

    /** Takes what has just been committed, before its senders hear of it. */
    void stored(Stored stored) {
        if (!table.stored(stored)) {
            reader.wake();
        }
        stored.fresh().forEach(event -> handOut(table.get(event.lane())));
    }

    /** Notes that these are perhaps in the database without this engine having been told. */
    void missed(List<Event> events) {
        events.forEach(event -> table.get(event.lane()).missed());
        reader.wake();
    }

    private void handOut(Lane lane) {
        var task = lane.next();
        if (task != null) {
            attempt(lane, task);
        }
        if (lane.wantsReading(false)) {
            reader.wake();
        }
    }

    private void attempt(Lane lane, Task task) {
        var when = task.pause().isZero()
                ? workers
                : CompletableFuture.delayedExecutor(task.pause().toNanos(), TimeUnit.NANOSECONDS, workers);
        when.execute(() -> {
            var handled = lane.suspect() ? suspects.inTurn(() -> handleSuspect(task)) : handle(task);
            var unused = handled.whenComplete((done, failure) -> settle(lane, task, failure));
        });
    }

    /** Waits a moment if the door needs the processors: for work that takes many events at a time. */
    public void letDoorPass() {
        pace.letPass();
    }

    /** Whatever the work throws concerns this event only. */
    private CompletableFuture<Void> handle(Task task) {
        try {
            if (!task.event().isStatus()) {
                pace.letPass(); // statuses wait for each other anyway, and pause together
            }
            return work.apply(task.event());
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Void> handleSuspect(Task task) {
        return attempts.beforeSuspect(task).map(this::handle).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private void settle(Lane lane, Task task, @Nullable Throwable failure) {
        if (failure == null) {
            lane.done(task);
            handOut(lane);
            return;
        }
        workers.execute(() -> attempts.after(task, failure)
                .ifPresentOrElse(next -> tryAgain(lane, next), () -> settle(lane, task, null)));
    }

    private void tryAgain(Lane lane, Task task) {
        if (lane.again(task)) {
            attempt(lane, task);
        } else {
            handOut(lane);
        }
    }
}
