package dev.rota.downstream.back;

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
            SELECT id, downstream, received_at, polled, attempts, reason, octet_length(body) AS bytes FROM callback
            WHERE state = 'parked' AND id < :before AND downstream = coalesce(CAST(:downstream AS text), downstream)
            ORDER BY id DESC LIMIT :limit
            """;

    private static final String AGAIN =
            """
            UPDATE callback SET state = 'due', attempts = 0, not_before = :now
            WHERE state = 'parked' AND id = coalesce(CAST(:id AS bigint), id)
              AND downstream = coalesce(CAST(:downstream AS text), downstream)
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
     */
    public record Parked(
            long id, String downstream, Instant receivedAt, boolean polled, int attempts, String reason, int bytes) {}

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
                        row.getInt("bytes")))
                .list();
    }

    /** Tries one again; returns whether it was parked. */
    public boolean replay(long id) {
        return again(id, null) > 0;
    }

    /**
     * Tries all again.
     *
     * @param downstream only those of it; all when null
     * @return how many
     */
    public int replayAll(@Nullable String downstream) {
        return again(null, downstream);
    }

    private int again(@Nullable Long id, @Nullable String downstream) {
        var again = jdbc.sql(AGAIN)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("downstream", downstream)
                .update();
        wake.run();
        return again;
    }
}
