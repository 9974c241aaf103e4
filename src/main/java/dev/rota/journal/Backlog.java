package dev.rota.journal;

import dev.rota.desk.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from the database what of some lanes is not in memory. */
final class Backlog {

    /** How many events of a lane one reading takes. */
    static final int PER_LANE = 64;

    /** What was parked and is tried again has its bytes there: the journal may have dropped its day since. */
    private static final String SQL =
            """
            SELECT due.id, kept.key, kept.kind, due.lane, due.number, due.received_at, kept.body, due.attempts,
                greatest(0, extract(epoch FROM due.not_before - now()) * 1000)::bigint AS pause
            FROM unnest(?::smallint[]) AS wanted(lane)
            CROSS JOIN LATERAL (
                SELECT * FROM pending WHERE pending.lane = wanted.lane AND pending.id <> ALL (?::bigint[])
                ORDER BY pending.id LIMIT ?) due
            CROSS JOIN LATERAL (
                SELECT key, kind, body FROM parked WHERE parked.id = due.id
                UNION ALL SELECT key, kind, body FROM journal
                    WHERE journal.id = due.id AND journal.received_at = due.received_at
                LIMIT 1) kept
            ORDER BY due.id
            """;

    private final JdbcClient jdbc;

    Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first events of each lane, at most {@link #PER_LANE}, but for those already known. */
    List<Task> read(Collection<Integer> lanes, long[] known) {
        return jdbc.sql(SQL)
                .params(lanes.stream().mapToInt(Integer::intValue).toArray(), known, PER_LANE)
                .query(Backlog::task)
                .list();
    }

    private static Task task(ResultSet row, int n) throws SQLException {
        var event = new Event(
                row.getLong("id"),
                row.getObject("key", UUID.class),
                row.getString("kind"),
                row.getInt("lane"),
                row.getString("number"),
                row.getTimestamp("received_at").toInstant(),
                row.getBytes("body"));
        return new Task(event, row.getInt("attempts"), 0, Duration.ofMillis(row.getLong("pause")));
    }
}
