package dev.rota.journal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that fills lanes from the database: when something is missing in memory, and now and then anyway. */
final class Reader implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Reader.class);

    private static final Duration ALONE = Duration.ofSeconds(1);
    private static final Duration IN_COMPANY = Duration.ofMillis(50);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(200);

    private final LaneTable table;
    private final Backlog backlog;
    private final Supplier<Roll> roll;
    private final Consumer<Lane> filled;
    private final Semaphore wanted = new Semaphore(0);
    private boolean reached = true;

    /** @param filled called for each lane that has been read */
    Reader(LaneTable table, Backlog backlog, Supplier<Roll> roll, Consumer<Lane> filled) {
        this.table = table;
        this.backlog = backlog;
        this.roll = roll;
        this.filled = filled;
    }

    /** Something may be missing: look now. */
    void wake() {
        if (wanted.availablePermits() == 0) {
            wanted.release();
        }
    }

    @Override
    public void run() {
        var lastOfAll = System.nanoTime();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var interval = roll.get().alone() ? ALONE : IN_COMPANY;
                var left = lastOfAll + interval.toNanos() - System.nanoTime();
                wanted.tryAcquire(left, TimeUnit.NANOSECONDS);
                wanted.drainPermits();
                var anyway = System.nanoTime() - lastOfAll >= interval.toNanos();
                lastOfAll = anyway ? System.nanoTime() : lastOfAll;
                readOrPause(anyway);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOrPause(boolean anyway) throws InterruptedException {
        try {
            read(anyway);
            reached = true;
        } catch (RuntimeException e) {
            if (reached) {
                log.warn("journal: the lanes can't be read from the database ({}), trying again", Trouble.describe(e));
            }
            reached = false;
            TimeUnit.NANOSECONDS.sleep(AFTER_FAILURE.toNanos());
        }
    }

    private void read(boolean anyway) {
        var seen = roll.get();
        var newest = seen.alone() ? seen.newest() : 0;
        var readings = new LinkedHashMap<Integer, Lane.Reading>();
        table.wantingReading(anyway)
                .forEach(lane -> readings.put(lane, table.get(lane).beginReading()));
        if (readings.isEmpty()) {
            return;
        }
        try {
            fill(readings, backlog.read(readings.keySet(), known(readings.keySet())), newest);
        } catch (RuntimeException e) {
            readings.forEach((lane, reading) -> table.get(lane).unread(reading));
            throw e;
        }
        readings.keySet().forEach(lane -> filled.accept(table.get(lane)));
    }

    private long[] known(Set<Integer> lanes) {
        return lanes.stream()
                .flatMapToLong(lane -> LongStream.of(table.get(lane).known()))
                .toArray();
    }

    private void fill(Map<Integer, Lane.Reading> readings, List<Task> tasks, int newest) {
        var byLane = tasks.stream()
                .collect(Collectors.groupingBy(task -> task.event().lane()));
        readings.forEach((lane, reading) -> {
            var found = byLane.getOrDefault(lane, List.of());
            table.get(lane).read(reading, found, found.size() < Backlog.PER_LANE, newest);
        });
    }
}
