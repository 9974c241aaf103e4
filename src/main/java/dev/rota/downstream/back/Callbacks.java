package dev.rota.downstream.back;

import dev.rota.desk.Answer;
import dev.rota.desk.GroupCommit;
import dev.rota.desk.WorkThreads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what downstreams say until all that it says is done, or somebody has looked at why that can't be. */
public final class Callbacks implements AutoCloseable {

    private static final Answer KEPT = Answer.of(200);
    private static final int LARGEST_GROUP = 256;

    /** Downstreams give up after five seconds, some of them for ever. */
    private static final Duration PATIENCE = Duration.ofMillis(1800);

    /** Longer than an attempt takes: the adapters' time-outs are far below. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final String KEEP =
            """
            INSERT INTO callback (downstream, received_at, polled, body, proof, state, not_before)
            SELECT n.downstream, n.at, false, n.body, n.proof, 'due', n.at
            FROM unnest(:downstreams, :ats, :bodies, :proofs) AS n (downstream, at, body, proof)
            """;

    /** One at a time for each downstream, over all engines, in the order in which they came. */
    private static final String TAKE =
            """
            UPDATE callback SET state = 'working', lease_token = :lease, not_before = :until, attempts = attempts + 1
            WHERE id = (
                SELECT id FROM callback
                WHERE downstream = :downstream AND state <> 'parked' AND not_before <= :now
                  AND NOT EXISTS (SELECT FROM callback o WHERE o.downstream = :downstream AND o.state = 'working'
                                  AND o.not_before > :now)
                ORDER BY id LIMIT 1)
            RETURNING *
            """;

    private static final String AGAIN =
            """
            UPDATE callback
            SET state = :state, not_before = :notBefore, lease_token = NULL, reason = :reason, attempts = :attempts
            WHERE id = :id AND lease_token = :lease
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final GroupCommit<SignedCall> commits;

    Callbacks(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, Runnable wake) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.commits = new GroupCommit<>(WorkThreads.named("rota-callbacks-kept"), LARGEST_GROUP, calls -> {
            write(calls);
            wake.run();
        });
    }

    void start() {
        commits.start();
    }

    @Override
    public void close() {
        commits.close();
    }

    /** Keeps a call; the answer is there after the commit, and within two seconds a failure when that may not be. */
    public CompletableFuture<Answer> keep(SignedCall call) {
        return commits.add(call).thenApply(done -> KEPT).orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes what is next of a downstream, unless something of it is in work anywhere. */
    Optional<Callback> take(String downstream) {
        return Optional.ofNullable(transaction.execute(status -> {
            var alone = jdbc.sql("SELECT pg_try_advisory_xact_lock(7684, hashtext(:downstream))")
                    .param("downstream", downstream)
                    .query(Boolean.class)
                    .single();
            return alone ? next(downstream) : null;
        }));
    }

    /** All that it says is done. */
    void done(Callback callback) {
        jdbc.sql("DELETE FROM callback WHERE id = :id AND lease_token = :lease")
                .param("id", callback.id())
                .param("lease", callback.lease())
                .update();
    }

    /** It is tried again later; what was no attempt of its own does not count. */
    void again(Callback callback, Duration pause, String reason, boolean counts) {
        var attempts = counts ? callback.attempt() : callback.attempt() - 1;
        write(callback, "due", clock.instant().plus(pause), reason, attempts);
    }

    /** Somebody must look at it. */
    void park(Callback callback, String reason) {
        write(callback, "parked", clock.instant(), reason, callback.attempt());
    }

    private @Nullable Callback next(String downstream) {
        var now = clock.instant();
        return jdbc.sql(TAKE)
                .param("lease", UUID.randomUUID())
                .param("until", at(now.plus(LEASE)))
                .param("downstream", downstream)
                .param("now", at(now))
                .query((row, n) -> callback(row))
                .optional()
                .orElse(null);
    }

    private void write(Callback callback, String state, Instant notBefore, String reason, int attempts) {
        jdbc.sql(AGAIN)
                .param("state", state)
                .param("notBefore", at(notBefore))
                .param("reason", reason)
                .param("attempts", attempts)
                .param("id", callback.id())
                .param("lease", callback.lease())
                .update();
    }

    private void write(List<SignedCall> calls) {
        jdbc.sql(KEEP)
                .param("downstreams", column("text", calls, SignedCall::downstream))
                .param("ats", column("timestamptz", calls, call -> at(call.receivedAt())))
                .param("proofs", column("text", calls, SignedCall::proof))
                .param("bodies", calls.stream().map(SignedCall::body).toArray(byte[][]::new))
                .update();
    }

    private static SqlArrayValue column(
            String type, List<SignedCall> calls, Function<SignedCall, @Nullable Object> value) {
        return new SqlArrayValue(type, calls.stream().map(value).toArray());
    }

    private static Callback callback(ResultSet row) throws SQLException {
        return new Callback(
                row.getLong("id"),
                row.getString("downstream"),
                row.getTimestamp("received_at").toInstant(),
                row.getBoolean("polled"),
                row.getBytes("body"),
                row.getString("proof"),
                row.getObject("lease_token", UUID.class),
                row.getInt("attempts"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
