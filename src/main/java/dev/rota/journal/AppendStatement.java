package dev.rota.journal;

import dev.rota.desk.Event;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Stores a group of events in one statement: keys, journal, work to do, figures. */
final class AppendStatement {

    /**
     * Keys go in sorted, so that two engines that store the same events wait for each other in one direction only.
     * Ids are drawn in the order of arrival.
     */
    private static final String SQL =
            """
            WITH fence AS MATERIALIZED (
                SELECT engine_may_write(?) AS open,
                    (SELECT count(*) FROM engine WHERE gone_at IS NULL) = 1 AS alone,
                    (SELECT max(token) FROM engine) AS newest
            ), incoming AS MATERIALIZED (
                SELECT * FROM unnest(?::uuid[], ?::text[], ?::smallint[], ?::text[], ?::timestamptz[], ?::bytea[], ?::int[])
                    WITH ORDINALITY AS i(key, kind, lane, number, received_at, body, times, place)
                WHERE (SELECT open FROM fence)
            ), fresh AS (
                INSERT INTO event_key SELECT key FROM incoming ORDER BY key
                ON CONFLICT DO NOTHING RETURNING key
            ), numbered AS MATERIALIZED (
                SELECT nextval('journal_id') AS id, ordered.*
                FROM (SELECT incoming.* FROM incoming JOIN fresh USING (key) ORDER BY place) ordered
            ), stored AS (
                INSERT INTO journal (id, key, kind, lane, number, received_at, body)
                SELECT id, key, kind, lane, number, received_at, body FROM numbered
            ), due AS (
                INSERT INTO pending (lane, id, number, received_at) SELECT lane, id, number, received_at FROM numbered
            ), counted AS (
                INSERT INTO ledger (number, engine, figure, count, last_at)
                SELECT number, ?, figure, sum(times), now() FROM (
                    SELECT number, 'received' AS figure, 1 AS times FROM numbered
                    UNION ALL SELECT number, 'duplicate', times FROM incoming
                    UNION ALL SELECT number, 'duplicate', -1 FROM numbered) figures
                GROUP BY number, figure HAVING sum(times) > 0
                ON CONFLICT (number, engine, figure) DO UPDATE SET count = ledger.count + excluded.count, last_at = excluded.last_at
            )
            SELECT fence.open, fence.alone, fence.newest, numbered.place, numbered.id
            FROM fence LEFT JOIN numbered ON true
            """;

    private final String engine;

    AppendStatement(String engine) {
        this.engine = engine;
    }

    /**
     * Stores the group and commits.
     *
     * @throws JournalException when the engine of that token is not registered, or not any more
     */
    Stored execute(Connection connection, int token, Group group) throws SQLException {
        try (var statement = connection.prepareStatement(SQL)) {
            bind(statement, token, group);
            return read(statement, group.events());
        }
    }

    private void bind(PreparedStatement statement, int token, Group group) throws SQLException {
        var events = group.events();
        statement.setInt(1, token);
        statement.setArray(2, array(statement, "uuid", events, Event::key));
        statement.setArray(3, array(statement, "text", events, Event::kind));
        statement.setArray(4, array(statement, "int2", events, event -> (short) event.lane()));
        statement.setArray(5, array(statement, "text", events, Event::number));
        statement.setArray(6, array(statement, "timestamptz", events, Event::receivedAt));
        statement.setArray(
                7,
                statement
                        .getConnection()
                        .createArrayOf("bytea", events.stream().map(Event::body).toArray(byte[][]::new)));
        statement.setArray(8, array(statement, "int4", group.times(), times -> times));
        statement.setString(9, engine);
    }

    private static <T> Array array(PreparedStatement statement, String type, List<T> rows, Function<T, Object> column)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf(type, rows.stream().map(column).toArray());
    }

    private static Stored read(PreparedStatement statement, List<Event> events) throws SQLException {
        var ids = new long[events.size()];
        var alone = false;
        var newest = 0;
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                if (!rows.getBoolean(1)) {
                    throw new JournalException("journal: this engine is not registered, so it must not store events");
                }
                alone = rows.getBoolean(2);
                newest = rows.getInt(3);
                var place = rows.getInt(4);
                if (place > 0) {
                    ids[place - 1] = rows.getLong(5);
                }
            }
        }
        return split(events, ids, alone, newest);
    }

    private static Stored split(List<Event> events, long[] ids, boolean alone, int newest) {
        var fresh = new ArrayList<Event>(events.size());
        var seen = new ArrayList<Event>();
        for (int place = 0; place < ids.length; place++) {
            var event = events.get(place);
            if (ids[place] == 0) {
                seen.add(event);
            } else {
                fresh.add(event.at(ids[place]));
            }
        }
        return new Stored(fresh, seen, alone, newest);
    }
}
