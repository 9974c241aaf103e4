package dev.rota.journal;

import dev.rota.desk.Age;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Drops the days of the journal that are older than an age, unless something of them is still to be done. An append
 * never waits for it longer than {@link #PATIENCE}; a day that could not be had is tried again in a minute.
 */
final class OldDays {

    private static final Logger log = LoggerFactory.getLogger(OldDays.class);

    static final Duration PATIENCE = Duration.ofMillis(50);

    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int ROWS = 500;

    private static final String DAYS =
            """
            SELECT to_date(substr(relname, 9), 'YYYYMMDD') AS day FROM pg_inherits JOIN pg_class part ON part.oid = inhrelid
            WHERE inhparent = 'journal'::regclass AND relname ~ '^journal_[0-9]{8}$'
            ORDER BY 1
            """;

    /** What came while a clock was wrong, and so has no day of its own. */
    private static final String STRAYS =
            """
            DELETE FROM journal_default WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM journal_default stray
                WHERE received_at < ? AND NOT EXISTS (SELECT FROM pending WHERE pending.id = stray.id) LIMIT ?))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Age age;
    private @Nullable ExecutorService eachMinute;

    OldDays(JdbcClient jdbc, Clock clock, Age age) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.age = age;
    }

    void start() {
        eachMinute = Daemons.every(BETWEEN, "journal-retention", this::dropOrTryLater);
    }

    void stop() {
        if (eachMinute != null) {
            eachMinute.shutdownNow();
        }
    }

    private void dropOrTryLater() {
        try {
            drop();
        } catch (RuntimeException e) {
            log.warn("journal: old days can't be dropped ({}), trying again in a minute", Trouble.describe(e));
        }
    }

    /** Drops what can be dropped now; returns the days. */
    List<LocalDate> drop() {
        var end = age.end(clock.instant());
        if (end.isEmpty()) {
            return List.of();
        }
        var dropped = jdbc.sql(DAYS).query((row, n) -> row.getObject("day", LocalDate.class)).list().stream()
                .filter(day -> !day.plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .isAfter(end.get()))
                .filter(this::drop)
                .toList();
        if (!dropped.isEmpty()) {
            log.info(
                    "journal: dropped the days {}",
                    dropped.stream().map(DateTimeFormatter.ISO_DATE::format).toList());
        }
        deleteStrays(end.get());
        return dropped;
    }

    private boolean drop(LocalDate day) {
        try {
            return jdbc.sql("SELECT journal_drop_day(?, ?)")
                    .params(day, (int) PATIENCE.toMillis())
                    .query(Boolean.class)
                    .single();
        } catch (RuntimeException e) {
            if (isBusy(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isBusy(@Nullable Throwable e) {
        return e != null
                && ((e instanceof SQLException error && LOCK_NOT_AVAILABLE.equals(error.getSQLState()))
                        || isBusy(e.getCause()));
    }

    private void deleteStrays(Instant before) {
        var deleted = ROWS;
        while (deleted == ROWS) {
            deleted = jdbc.sql(STRAYS)
                    .params(before.atOffset(ZoneOffset.UTC), ROWS)
                    .update();
        }
    }
}
