package dev.rota.downstream.back;

import dev.rota.desk.TriedAgain;
import dev.rota.desk.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What downstreams said and nobody could read or do, and the way back to be tried again. */
public final class ParkedCallbacks {

    private static final String PARKED =
            """
            SELECT c.id, c.downstream, c.received_at, c.polled, c.attempts, c.reason, octet_length(c.body) AS bytes,
                   a.by, a.at, a.attempts AS before
            FROM callback c LEFT JOIN LATERAL (
                SELECT by, at, attempts FROM again WHERE kind = 'callback' AND item = c.id ORDER BY id DESC LIMIT 1) a ON true
            WHERE c.state = 'parked' AND c.id < :before
              AND c.downstream = coalesce(CAST(:downstream AS text), c.downstream)
            ORDER BY c.id DESC LIMIT :limit
            """;

    private static final String AGAIN =
            """
            WITH chosen AS (
                SELECT id, downstream, attempts FROM callback
                WHERE state = 'parked' AND id = coalesce(CAST(:id AS bigint), id)
                  AND downstream = coalesce(CAST(:downstream AS text), downstream)
                ORDER BY id FOR UPDATE
            ), tried AS (
                UPDATE callback c SET state = 'due', attempts = 0, not_before = :now FROM chosen WHERE c.id = chosen.id
                RETURNING c.id, c.downstream, chosen.attempts
            )
            INSERT INTO again (kind, item, downstream, at, by, attempts)
            SELECT 'callback', id, downstream, :now, :by, attempts FROM tried
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Runnable wake;

    /** @param wake is called when something is to be heard again */
    public ParkedCallbacks(JdbcClient jdbc, Clock clock, Runnable wake) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wake = wake;
    }

    /**
     * One of them, without what it says.
     *
     * @param polled whether it was asked for
     * @param reason why it could not be read or done
     * @param bytes the size of what it says
     * @param again who had it tried again last; null when nobody had
     */
    public record Parked(
            long id,
            String downstream,
            Instant receivedAt,
            boolean polled,
            int attempts,
            String reason,
            int bytes,
            @Nullable TriedAgain again) {}

    /**
     * The newest first.
     *
     * @param downstream only those of it; all when null
     * @param before only those with a lower id
     */
    public List<Parked> list(@Nullable String downstream, long before, int limit) {
        return jdbc.sql(PARKED)
                .param("before", before)
                .param("downstream", downstream)
                .param("limit", limit)
                .query((row, n) -> new Parked(
                        row.getLong("id"),
                        row.getString("downstream"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getBoolean("polled"),
                        row.getInt("attempts"),
                        String.valueOf(row.getString("reason")),
                        row.getInt("bytes"),
                        again(row)))
                .list();
    }

    private static @Nullable TriedAgain again(ResultSet row) throws SQLException {
        var by = row.getString("by");
        return by == null ? null : new TriedAgain(by, row.getTimestamp("at").toInstant(), row.getInt("before"));
    }

    /** How many there are of a downstream; of all when null. */
    public int count(@Nullable String downstream) {
        return jdbc.sql("SELECT count(*) FROM callback WHERE state = 'parked'"
                        + " AND downstream = coalesce(CAST(:downstream AS text), downstream)")
                .param("downstream", downstream)
                .query(Integer.class)
                .single();
    }

    /** Tries one again; returns whether it was parked. */
    public boolean replay(long id, Viewer by) {
        return again(id, null, by) > 0;
    }

    /**
     * Tries all again.
     *
     * @param downstream only those of it; all when null
     * @return how many
     */
    public int replayAll(@Nullable String downstream, Viewer by) {
        return again(null, downstream, by);
    }

    private int again(@Nullable Long id, @Nullable String downstream, Viewer by) {
        var again = jdbc.sql(AGAIN)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("downstream", downstream)
                .param("by", by.name())
                .update();
        wake.run();
        return again;
    }
}
