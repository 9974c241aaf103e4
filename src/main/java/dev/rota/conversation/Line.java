package dev.rota.conversation;

import dev.rota.assignment.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits in one queue, in the order in which it is served; read piece by piece, and nothing of it is held. */
final class Line implements Iterator<Waiting> {

    /** How many rows are read at once, but the first time, when no more are wanted than there are places. */
    private static final int PIECE = 200;

    /** What an override fits and has yet to be decided by it is about to go elsewhere: nobody is given it on its way. */
    private static final String READ =
            """
            SELECT id, epoch, place, waiting_since, skill, given_back_by, waiting_reason,
                CASE WHEN waiting_since > :patient THEN
                    (SELECT a.agent FROM conversation before JOIN assignment a ON a.conversation = before.id
                     WHERE before.customer = c.customer ORDER BY before.id DESC, a.epoch DESC LIMIT 1) END AS last_agent
            FROM conversation c
            WHERE status = 'waiting' AND queue = :queue AND NOT supervised AND (place, id) > (:place, :id)
              AND NOT EXISTS (SELECT FROM overridden m JOIN override o ON o.id = m.override
                              WHERE m.conversation = c.id AND m.left_at IS NULL AND o.ended_at IS NULL
                                AND o.queue <> c.queue AND c.rules || '+' NOT LIKE '%+' || o.id || '+%')
            ORDER BY place, id
            LIMIT :limit
            """;

    private final JdbcClient jdbc;
    private final String queue;
    private final Instant patient;
    private final Set<Long> passedOver;
    private final Deque<Row> ahead = new ArrayDeque<>();
    private final Map<Long, Row> seen = new HashMap<>();
    private int wanted;
    private int left;
    private @Nullable Row last;

    /**
     * Begins at its head.
     *
     * @param preferLast how long the customer's last agent is waited for, or null
     * @param passedOver conversations that are left out
     * @param places how many are wanted at least
     * @param depth how many are looked at, at most
     */
    Line(
            JdbcClient jdbc,
            String queue,
            @Nullable Duration preferLast,
            Instant at,
            Set<Long> passedOver,
            int places,
            int depth) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.patient = preferLast == null ? at.plus(Duration.ofDays(1)) : at.minus(preferLast);
        this.passedOver = passedOver;
        this.wanted = Math.min(places, PIECE);
        this.left = depth;
    }

    @Override
    public boolean hasNext() {
        while (ahead.isEmpty() && wanted > 0 && left > 0) {
            read();
        }
        return !ahead.isEmpty();
    }

    @Override
    public Waiting next() {
        if (!hasNext()) {
            throw new NoSuchElementException("nothing else waits in queue " + queue);
        }
        var row = ahead.removeFirst();
        seen.put(row.waiting.conversation(), row);
        return row.waiting;
    }

    /** The epoch of a conversation that was looked at. */
    int epoch(long conversation) {
        return Objects.requireNonNull(seen.get(conversation)).epoch;
    }

    /** Why a conversation that was looked at has waited so far. */
    @Nullable
    String reason(long conversation) {
        return Objects.requireNonNull(seen.get(conversation)).reason;
    }

    private void read() {
        var limit = Math.min(wanted, left);
        var rows = jdbc.sql(READ)
                .param("queue", queue)
                .param("patient", Unnest.timestamp(patient))
                .param("place", last == null ? LocalDateTime.of(1, 1, 1, 0, 0) : last.place)
                .param("id", last == null ? 0 : last.waiting.conversation())
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
        left -= rows.size();
        wanted = rows.size() < limit ? 0 : PIECE;
        last = rows.isEmpty() ? last : rows.get(rows.size() - 1);
        rows.stream()
                .filter(row -> !passedOver.contains(row.waiting.conversation()))
                .forEach(ahead::add);
    }

    private static Row row(ResultSet row) throws SQLException {
        var waiting = new Waiting(
                row.getLong("id"),
                Columns.instant(row, "waiting_since"),
                row.getString("skill"),
                row.getString("given_back_by"),
                row.getString("last_agent"));
        return new Row(
                waiting,
                row.getInt("epoch"),
                row.getObject("place", LocalDateTime.class),
                row.getString("waiting_reason"));
    }

    private record Row(Waiting waiting, int epoch, LocalDateTime place, @Nullable String reason) {}
}
