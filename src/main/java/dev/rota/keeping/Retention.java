package dev.rota.keeping;

import dev.rota.desk.Age;
import dev.rota.desk.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes each hour what has been kept long enough, a few rows a transaction, one engine at a time. */
final class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final int ROWS = 500;

    /** The lock that whoever deletes has; of the engines that try at once only one goes on. */
    private static final String ALONE = "SELECT pg_try_advisory_xact_lock(7683, 1)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Kept, Age> ages;

    /** Up to where everything has been dealt with: forgotten with the process, and then looked through once more. */
    private final Map<Kept, Long> settled = new HashMap<>();

    private @Nullable ScheduledExecutorService hourly;

    /** @param configured ages by class of data; of a class that is not there the usual one holds */
    Retention(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            List<Kept> all,
            Map<String, Age> configured) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.ages = new HashMap<>();
        all.forEach(kept -> ages.put(kept, configured.getOrDefault(kept.data(), kept.usual())));
    }

    void start() {
        var factory = new CustomizableThreadFactory("retention-");
        factory.setDaemon(true);
        hourly = Executors.newSingleThreadScheduledExecutor(factory);
        var unused = hourly.scheduleWithFixedDelay(
                this::runOrTryLater, BETWEEN.toMinutes() / 6, BETWEEN.toMinutes(), TimeUnit.MINUTES);
    }

    void stop() {
        if (hourly != null) {
            hourly.shutdownNow();
        }
    }

    private void runOrTryLater() {
        try {
            run();
        } catch (RuntimeException e) {
            log.warn(
                    "retention: old data can't be deleted ({}), trying again in an hour",
                    e.getClass().getSimpleName());
        }
    }

    /** Deals with all that is too old at this moment; returns how many rows that were. */
    long run() {
        long all = 0;
        for (var entry : ages.entrySet()) {
            var end = entry.getValue().end(clock.instant());
            if (end.isPresent()) {
                var changed = sweep(entry.getKey(), end.get());
                all += changed;
                if (changed > 0) {
                    log.info(
                            "retention: {} rows of {} were older than {}",
                            changed,
                            entry.getKey().data(),
                            end.get());
                }
            }
        }
        return all;
    }

    private long sweep(Kept kept, Instant before) {
        long changed = 0;
        var inOrder = true;
        var after = settled.getOrDefault(kept, 0L);
        for (var batch = batch(kept, after, before); batch != null; batch = batch(kept, after, before)) {
            changed += batch.changed;
            inOrder &= batch.settled;
            if (batch.next == null) {
                break;
            }
            after = batch.next;
            if (inOrder) {
                settled.put(kept, after);
            }
        }
        return changed;
    }

    /** Nothing while another engine is at it. */
    private @Nullable Batch batch(Kept kept, long after, Instant before) {
        return transaction.execute(status -> {
            if (!jdbc.sql(ALONE).query(Boolean.class).single()) {
                return null;
            }
            return jdbc.sql(kept.sweep())
                    .param("after", after)
                    .param("before", before.atOffset(ZoneOffset.UTC))
                    .param("rows", ROWS)
                    .query((row, n) -> new Batch(
                            row.getObject("next", Long.class), row.getBoolean("settled"), row.getLong("changed")))
                    .single();
        });
    }

    private record Batch(@Nullable Long next, boolean settled, long changed) {}
}
