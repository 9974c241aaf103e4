package dev.rota.journal;

import dev.rota.desk.Erasable;
import dev.rota.desk.Event;
import dev.rota.desk.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a customer out of the journal, day by day and in short steps, and out of what is parked. The keys of the events
 * stay, so that the same webhook has no effect when it comes again.
 */
final class JournalErasure implements Erasable {

    private static final int ROWS = 1000;

    private static final String PARTS =
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'journal'::regclass ORDER BY 1";

    private final JdbcClient jdbc;

    JournalErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> obstacle(Traces traces) {
        var mentions = new Mentions(traces);
        return IntStream.range(0, Event.LANES).anyMatch(lane -> isPending(due(lane), mentions))
                ? Optional.of("events of this customer are still to be handled")
                : Optional.empty();
    }

    /** Of what is still to be done in a lane, the bodies are where they will be read from. */
    private static String due(int lane) {
        return """
                (SELECT pending.id, coalesce(parked.body, journal.body) AS body FROM pending
                LEFT JOIN journal ON journal.id = pending.id AND journal.received_at = pending.received_at
                LEFT JOIN parked ON parked.id = pending.id
                WHERE pending.lane = %d) due
                """
                .formatted(lane);
    }

    private boolean isPending(String due, Mentions mentions) {
        var after = -1L;
        for (var rows = read(due, after, Long.MAX_VALUE); !rows.isEmpty(); rows = read(due, after, Long.MAX_VALUE)) {
            if (rows.stream().anyMatch(one -> mentions.in(one.id, one.body))) {
                return true;
            }
            after = rows.get(rows.size() - 1).id;
        }
        return false;
    }

    @Override
    public Map<String, Integer> erase(Traces traces) {
        var mentions = new Mentions(traces);
        var newest = jdbc.sql("SELECT coalesce(max(id), 0) FROM journal")
                .query(Long.class)
                .single();
        var journal = jdbc.sql(PARTS).query(String.class).list().stream()
                .mapToInt(part -> erase(part, "body = ''", newest, mentions))
                .sum();
        var parked = erase("parked", "body = '', reason = 'erased; ' || reason", newest, mentions);
        return Map.of("journal", journal, "parked", parked);
    }

    /** Walks through one table by its ids; what came after the walk began is not the customer's any more. */
    private int erase(String table, String change, long newest, Mentions mentions) {
        var erased = 0;
        var after = -1L;
        for (var rows = read(table, after, newest); !rows.isEmpty(); rows = read(table, after, newest)) {
            var about = new ArrayList<Long>();
            rows.stream().filter(one -> mentions.in(one.id, one.body)).forEach(one -> about.add(one.id));
            if (!about.isEmpty()) {
                erased += jdbc.sql("UPDATE %s SET %s WHERE id = ANY (?)".formatted(table, change))
                        .param(about.stream().mapToLong(Long::longValue).toArray())
                        .update();
            }
            after = rows.get(rows.size() - 1).id;
        }
        return erased;
    }

    private List<Stored> read(String table, long after, long newest) {
        return jdbc.sql(
                        "SELECT id, body FROM %s WHERE id > ? AND id <= ? AND octet_length(body) > 0 ORDER BY id LIMIT ?"
                                .formatted(table))
                .params(after, newest, ROWS)
                .query(JournalErasure::stored)
                .list();
    }

    private static Stored stored(ResultSet row, int n) throws SQLException {
        return new Stored(row.getLong("id"), row.getBytes("body"));
    }

    @SuppressWarnings("ArrayRecordComponent") // looked through once and forgotten
    private record Stored(long id, byte[] body) {

        @Override
        public String toString() {
            return "Stored[" + id + "]";
        }
    }
}
