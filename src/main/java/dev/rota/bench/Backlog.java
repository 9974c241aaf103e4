package dev.rota.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the engine has acknowledged and not brought to its end yet, but for what hangs on purpose. */
final class Backlog {

    private static final String LEFT =
            """
            SELECT (SELECT count(*) FROM pending)
                + (SELECT count(*) FROM delivery WHERE state IN ('due', 'sending') AND downstream <> 'hanging')
            """;
    private static final String PARKED =
            """
            SELECT (SELECT count(*) FROM parked)
                + (SELECT count(*) FROM delivery WHERE state IN ('parked', 'ambiguous'))
            """;
    private static final String IMBALANCE =
            """
            SELECT coalesce(sum(CASE figure WHEN 'received' THEN count WHEN 'duplicate' THEN 0 ELSE -count END), 0)
                - (SELECT count(*) FROM pending)
            FROM ledger
            """;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final double NANOS_PER_SECOND = 1e9;

    private final JdbcTemplate database;

    Backlog(JdbcTemplate database) {
        this.database = database;
    }

    /** Waits until nothing is left, at most that long. */
    Figures.Drained drain(Duration patience) {
        var start = System.nanoTime();
        var left = count(LEFT);
        while (left > 0 && System.nanoTime() - start < patience.toNanos()) {
            LockSupport.parkNanos(PAUSE);
            left = count(LEFT);
        }
        var seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        return new Figures.Drained(left == 0, seconds, left, count(PARKED));
    }

    /** How many events are still to do. */
    long pending() {
        return count("SELECT count(*) FROM pending");
    }

    /** Received less handled, parked and pending; 0 when the ledger balances. */
    long imbalance() {
        return count(IMBALANCE);
    }

    private long count(String sql) {
        var count = database.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
