package dev.rota.journal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The engines and who of them holds which lane, in the database and by its clock. */
final class Registry {

    /** Names our advisory locks; with object 0 it is the lock of registration, else of an engine's token. */
    private static final int LOCKS = 7682;

    private static final String RENEW =
            """
            WITH before AS (SELECT token, alive_until FROM engine WHERE name = ? AND gone_at IS NULL FOR NO KEY UPDATE)
            UPDATE engine SET alive_until = clock_timestamp() + interval '5 seconds'
            FROM before WHERE engine.token = before.token AND engine.token = ?
            RETURNING before.alive_until > clock_timestamp()
            """;

    /** The lock waits for nobody: who has it is writing at this moment, so not dead. */
    private static final String BURY =
            """
            WITH late AS MATERIALIZED (
                SELECT token FROM engine WHERE gone_at IS NULL AND token <> ? AND alive_until < clock_timestamp()
            ), still AS MATERIALIZED (
                SELECT token FROM late WHERE pg_try_advisory_xact_lock(7682, token)
            ), gone AS (
                UPDATE engine SET gone_at = clock_timestamp()
                FROM still WHERE engine.token = still.token AND alive_until < clock_timestamp()
                RETURNING engine.token
            )
            UPDATE lane SET holder = NULL, suspect = true FROM gone WHERE holder = gone.token
            """;

    private static final String TAKE =
            """
            UPDATE lane SET holder = ? WHERE lane IN (
                SELECT lane FROM lane WHERE holder IS NULL ORDER BY lane
                LIMIT greatest(0, ? - (SELECT count(*) FROM lane WHERE holder = ?)) FOR UPDATE SKIP LOCKED)
            """;

    private final String engine;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Registry(String engine, JdbcClient jdbc, TransactionTemplate transaction) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Draws a new token. What an earlier life of this name held is this one's at once; what it has under way in the
     * database ends first.
     */
    int register() {
        return inTransaction(() -> {
            lockAlone(0);
            jdbc.sql("SELECT token FROM engine WHERE name = ? AND gone_at IS NULL")
                    .param(engine)
                    .query(Integer.class)
                    .optional()
                    .ifPresent(this::lockAlone);
            int token = jdbc.sql("SELECT nextval('engine_token')")
                    .query(Integer.class)
                    .single();
            jdbc.sql("UPDATE lane SET holder = ?, suspect = true"
                            + " WHERE holder = (SELECT token FROM engine WHERE name = ? AND gone_at IS NULL)")
                    .params(token, engine)
                    .update();
            jdbc.sql("INSERT INTO engine VALUES (?, ?, clock_timestamp() + interval '5 seconds')"
                            + " ON CONFLICT (name) DO UPDATE SET token = excluded.token,"
                            + " alive_until = excluded.alive_until, gone_at = NULL")
                    .params(engine, token)
                    .update();
            jdbc.sql("DELETE FROM engine WHERE gone_at < now() - interval '1 day'")
                    .update();
            return token;
        });
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private void lockAlone(int object) {
        jdbc.sql("SET LOCAL lock_timeout = '5s'").update();
        jdbc.sql("SELECT true FROM pg_advisory_xact_lock(?, ?)")
                .params(LOCKS, object)
                .query(Boolean.class)
                .single();
    }

    /**
     * Reports that this engine lives, and looks at the others.
     *
     * @param release lanes to give back
     * @param works whether to take lanes that are free
     * @return nothing when the token has been declared gone, or replaced by another process of the same name
     */
    Optional<Roll> report(int token, Collection<Integer> release, boolean works) {
        return inTransaction(() -> {
            var inTime =
                    jdbc.sql(RENEW).params(engine, token).query(Boolean.class).optional();
            if (inTime.isEmpty()) {
                return Optional.<Roll>empty();
            }
            // After an outage everybody is late: only who has itself been in time may judge.
            if (inTime.get()) {
                jdbc.sql(BURY).param(token).update();
            }
            release(token, release);
            var seen = engines();
            if (works) {
                jdbc.sql(TAKE).params(token, Roll.share(seen.engines()), token).update();
            }
            return Optional.of(lanes(token, seen));
        });
    }

    private Roll engines() {
        return jdbc.sql("SELECT max(token), count(*) FILTER (WHERE gone_at IS NULL) FROM engine")
                .query((row, n) -> new Roll(0, row.getInt(1), row.getInt(2), Roll.NONE.lanes(), Roll.NONE.suspect()))
                .single();
    }

    private Roll lanes(int token, Roll seen) {
        var lanes = new HashSet<Integer>();
        var suspect = new HashSet<Integer>();
        jdbc.sql("SELECT lane, suspect FROM lane WHERE holder = ?").param(token).query(row -> {
            lanes.add(row.getInt(1));
            if (row.getBoolean(2)) {
                suspect.add(row.getInt(1));
            }
        });
        return new Roll(token, seen.newest(), seen.engines(), lanes, suspect);
    }

    private void release(int token, Collection<Integer> lanes) {
        if (!lanes.isEmpty()) {
            jdbc.sql("UPDATE lane SET holder = NULL WHERE holder = ? AND lane = ANY (?)")
                    .params(List.of(
                            token, lanes.stream().mapToInt(Integer::intValue).toArray()))
                    .update();
        }
    }

    /** Notes that the event that was in work when the lane's last holder died has been dealt with. */
    void trust(int lane) {
        jdbc.sql("UPDATE lane SET suspect = false WHERE lane = ?").param(lane).update();
    }

    /** Whether another process lives under this engine's name. */
    boolean nameTaken() {
        return jdbc.sql("SELECT count(*) > 0 FROM engine"
                        + " WHERE name = ? AND gone_at IS NULL AND alive_until > clock_timestamp()")
                .param(engine)
                .query(Boolean.class)
                .single();
    }

    /** Takes leave: others may hand over in memory and take the lanes at once. */
    void leave(int token) {
        transaction.executeWithoutResult(status -> {
            lockAlone(token);
            jdbc.sql("UPDATE lane SET holder = NULL WHERE holder = ?")
                    .param(token)
                    .update();
            jdbc.sql("UPDATE engine SET gone_at = clock_timestamp() WHERE token = ?")
                    .param(token)
                    .update();
        });
    }
}
