package dev.rota.journal;

import dev.rota.desk.Completion;
import dev.rota.desk.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** The work still to do, in the database. */
final class Pending implements Completion {

    private static final String COMPLETE =
            """
            WITH fence AS MATERIALIZED (
                SELECT engine_may_write(?) AS open
            ), done AS (
                DELETE FROM pending USING unnest(?::smallint[], ?::bigint[]) AS wanted(lane, id)
                WHERE pending.lane = wanted.lane AND pending.id = wanted.id AND (SELECT open FROM fence)
                RETURNING pending.id, pending.number
            ), relieved AS (
                DELETE FROM parked USING done WHERE parked.id = done.id AND parked.replayed_at IS NOT NULL
            ), counted AS (
                INSERT INTO ledger (number, engine, figure, count)
                SELECT number, ?, 'handled', count(*) FROM done
                WHERE NOT EXISTS (SELECT FROM parked WHERE parked.id = done.id AND parked.replayed_at IS NULL)
                GROUP BY number
                ON CONFLICT (number, engine, figure) DO UPDATE SET count = ledger.count + excluded.count
            )
            SELECT id FROM done
            """;

    /**
     * What was completed before in the same transaction has been counted as handled, so that is taken back. The tries
     * before a replay count on.
     */
    private static final String PARK =
            """
            WITH kept AS (
                INSERT INTO parked (id, key, kind, lane, number, received_at, body, reason, parked_at, attempts)
                SELECT event.*, now(), ? + coalesce((SELECT max(attempts) FROM replay WHERE replay.event = event.id), 0)
                FROM (VALUES (?, ?, ?, ?, ?, ?::timestamptz, ?, ?))
                    event (id, key, kind, lane, number, received_at, body, reason)
                ON CONFLICT (id) DO UPDATE
                SET reason = excluded.reason, parked_at = now(), attempts = excluded.attempts, replayed_at = NULL
                WHERE parked.replayed_at IS NOT NULL
                RETURNING lane, id, number
            )
            INSERT INTO ledger (number, engine, figure, count)
            SELECT number, ?, 'parked', 1 FROM kept
            UNION ALL SELECT number, ?, 'handled', -1 FROM kept
                WHERE NOT EXISTS (SELECT FROM pending WHERE pending.lane = kept.lane AND pending.id = kept.id)
            ON CONFLICT (number, engine, figure) DO UPDATE SET count = ledger.count + excluded.count
            """;

    private static final String POSTPONE =
            """
            UPDATE pending SET attempts = ?, not_before = now() + ? * interval '1 millisecond'
            WHERE lane = ? AND id = ? AND engine_may_write(?)
            """;

    private final String engine;
    private final IntSupplier token;
    private final JdbcTemplate jdbc;

    Pending(String engine, IntSupplier token, JdbcTemplate jdbc) {
        this.engine = engine;
        this.token = token;
        this.jdbc = jdbc;
    }

    @Override
    public Set<Long> complete(List<Event> events) {
        var lanes = events.stream().map(event -> (short) event.lane()).toArray();
        var ids = events.stream().map(Event::id).toArray();
        return new HashSet<>(jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(COMPLETE);
                    statement.setInt(1, token.getAsInt());
                    statement.setArray(2, array(connection, "int2", lanes));
                    statement.setArray(3, array(connection, "int8", ids));
                    statement.setString(4, counter(events));
                    return statement;
                },
                (row, n) -> row.getLong(1)));
    }

    /** Statuses are counted in a row of their own: they are committed apart, and would wait for the others' row. */
    private String counter(List<Event> events) {
        return !events.isEmpty() && events.get(0).isStatus() ? engine + " (statuses)" : engine;
    }

    private static java.sql.Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    @Override
    public void park(Event event, String reason) {
        park(event, reason, 1);
    }

    /** The same after so many tries. */
    void park(Event event, String reason, int attempts) {
        jdbc.update(
                PARK,
                attempts,
                event.id(),
                event.key(),
                event.kind(),
                event.lane(),
                event.number(),
                Timestamp.from(event.receivedAt()),
                event.body(),
                reason,
                engine,
                engine);
    }

    /** Keeps with the event how often it has failed, so that a restart does not forget. */
    void postpone(Task task) {
        jdbc.update(
                POSTPONE,
                task.attempts(),
                task.pause().toMillis(),
                task.event().lane(),
                task.event().id(),
                token.getAsInt());
    }
}
