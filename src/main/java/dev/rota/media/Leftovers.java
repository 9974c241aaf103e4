package dev.rota.media;

import dev.rota.desk.WorkThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes away what nobody wants any more: uploads that were not sent within a day, bytes that retention or an engine's death
 * has left without a row, and downloads that never came to their end.
 */
final class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration UNSENT = Duration.ofDays(1);
    private static final Duration ARRIVING = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final KeptBytes bytes;
    private final MediaFolder folder;
    private final Clock clock;
    private @Nullable ScheduledExecutorService hourly;

    Leftovers(JdbcClient jdbc, KeptBytes bytes, MediaFolder folder, Clock clock) {
        this.jdbc = jdbc;
        this.bytes = bytes;
        this.folder = folder;
        this.clock = clock;
    }

    void start() {
        hourly = Executors.newSingleThreadScheduledExecutor(WorkThreads.named("rota-leftovers"));
        var unused = hourly.scheduleWithFixedDelay(this::clearOrTryLater, 20, 60, TimeUnit.MINUTES);
    }

    void stop() {
        if (hourly != null) {
            hourly.shutdownNow();
        }
    }

    private void clearOrTryLater() {
        try {
            var cleared = clear();
            if (cleared > 0) {
                log.info("media folder: {} files were left over, and have been deleted", cleared);
            }
        } catch (IOException | RuntimeException e) {
            log.warn(
                    "media folder: it can't be cleared ({}), trying again in an hour",
                    e.getClass().getSimpleName());
        }
    }

    /** Takes away what is left over at this moment; returns how many files that were. */
    long clear() throws IOException {
        var now = clock.instant();
        jdbc.sql("DELETE FROM media WHERE message IS NULL AND state = 'kept' AND created_at < ?")
                .param(now.minus(UNSENT).atOffset(ZoneOffset.UTC))
                .update();
        var cleared = new AtomicLong();
        folder.forEach(file -> cleared.addAndGet(clear(file, now) ? 1 : 0));
        return cleared.get();
    }

    private boolean clear(Path file, Instant now) {
        var hash = folder.hash(file);
        if (hash.isPresent()) {
            return isUnknown(hash.get()) && bytes.deleteUnused(hash.get());
        }
        if (folder.hasGivenUp(file, now.minus(ARRIVING))) {
            MediaFolder.delete(file);
            return true;
        }
        return false;
    }

    /** Looked at first without a lock, since most are known. */
    private boolean isUnknown(String sha256) {
        return jdbc.sql("SELECT FROM media WHERE sha256 = ? LIMIT 1")
                .param(sha256)
                .query((row, n) -> n)
                .list()
                .isEmpty();
    }
}
