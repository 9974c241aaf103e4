package dev.rota.conversation;

import dev.rota.desk.ShiftEnd;
import dev.rota.desk.Viewer;
import dev.rota.shift.CalendarOverride;
import dev.rota.shift.Edge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The switchovers that were scheduled or made, and up to when each calendar's are made. */
final class SwitchoverTable {

    /** How long after it was made a switchover can be undone. */
    static final Duration UNDOABLE = Duration.ofMinutes(10);

    /** No engine looks back further for what was missed while none ran. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    /** The edge of a calendar; one that operations have planned for that instant is that edge. */
    private static final String MAKE =
            """
            INSERT INTO switchover AS s (calendar, at, ending, beginning, origin, state, by, why, created_at, done_at, done_by)
            VALUES (:calendar, :at, :ending, :beginning, 'calendar', 'done', :rota, 'the calendar says so', :now, :now, :rota)
            ON CONFLICT (calendar, at) WHERE state <> 'cancelled'
            DO UPDATE SET state = 'done', done_at = :now, done_by = coalesce(s.done_by, :rota)
            WHERE s.state = 'planned'
            RETURNING id, policy, done_by
            """;

    private final JdbcClient jdbc;

    SwitchoverTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to when all edges of these calendars have been made; for a new one, up to now. */
    Map<String, Instant> watermarks(Collection<String> calendars, Instant now) {
        jdbc.sql("INSERT INTO switchover_watermark SELECT unnest(:calendars), :now ON CONFLICT DO NOTHING")
                .param("calendars", Unnest.texts(List.copyOf(calendars), name -> name))
                .param("now", Unnest.timestamp(now))
                .update();
        return jdbc
                .sql("SELECT calendar, at FROM switchover_watermark WHERE calendar = ANY(:calendars)")
                .param("calendars", Unnest.texts(List.copyOf(calendars), name -> name))
                .query((row, n) -> Map.entry(Columns.text(row, "calendar"), Columns.instant(row, "at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Raises a calendar's watermark to an edge; whoever comes to the same edge waits until the transaction ends. */
    void pass(Edge edge) {
        jdbc.sql("UPDATE switchover_watermark SET at = :at WHERE calendar = :calendar AND at < :at")
                .param("calendar", edge.calendar())
                .param("at", Unnest.timestamp(edge.at()))
                .update();
    }

    /** Records that an edge is made now; empty when it has been made, whether or not it was undone since. */
    Optional<Made> make(Edge edge, Instant now) {
        return jdbc.sql(MAKE)
                .param("calendar", edge.calendar())
                .param("at", Unnest.timestamp(edge.at()))
                .param("ending", edge.ending())
                .param("beginning", edge.beginning())
                .param("rota", Change.ROTA)
                .param("now", Unnest.timestamp(now))
                .query((row, n) -> new Made(row.getLong("id"), edge, policy(row), Columns.text(row, "done_by")))
                .optional();
    }

    /** What was made since then and stands. */
    List<Made> madeSince(Instant since) {
        return jdbc.sql("SELECT * FROM switchover WHERE state = 'done' AND done_at > :since ORDER BY at, id")
                .param("since", Unnest.timestamp(since))
                .query((row, n) -> new Made(row.getLong("id"), edge(row), policy(row), Columns.text(row, "done_by")))
                .list();
    }

    /**
     * The exceptions that switchovers of operations make of their calendars. One that is over is known for a while, since
     * its calendar's own switchover, whose place it took, must not be made after all.
     */
    List<CalendarOverride> extras(Instant now) {
        return jdbc.sql("SELECT calendar, extra, extra_from, extra_until, why FROM switchover"
                        + " WHERE state IN ('planned', 'done') AND extra_until > :since ORDER BY id")
                .param("since", Unnest.timestamp(now.minus(REMEMBERED)))
                .query((row, n) -> new CalendarOverride(
                        Columns.text(row, "calendar"),
                        row.getString("extra"),
                        Columns.instant(row, "extra_from"),
                        Columns.instant(row, "extra_until"),
                        Columns.text(row, "why")))
                .list();
    }

    /** @throws DuplicateKeyException when the calendar has one at that instant already */
    long plan(Switchovers.Wanted wanted, String calendar, @Nullable CalendarOverride extra, Viewer by, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO switchover (calendar, at, ending, beginning, origin, policy, extra, extra_from,
                                                extra_until, state, by, why, created_at)
                        VALUES (:calendar, :at, :from, :to, 'operations', :policy, :extra, :extraFrom,
                                :extraUntil, 'planned', :by, :why, :now)
                        RETURNING id""")
                .param("calendar", calendar)
                .param("at", Unnest.timestamp(wanted.at()))
                .param("from", wanted.from())
                .param("to", wanted.to())
                .param("policy", wanted.policy())
                .param("extra", extra == null ? null : extra.shift())
                .param("extraFrom", Unnest.timestamp(extra == null ? null : extra.from()))
                .param("extraUntil", Unnest.timestamp(extra == null ? null : extra.until()))
                .param("by", by.name())
                .param("why", wanted.reason())
                .param("now", Unnest.timestamp(now))
                .query(Long.class)
                .single();
    }

    /** A switchover that nobody else changes until the transaction ends. */
    Switchover hold(long id, Instant now) {
        return jdbc.sql("SELECT * FROM switchover WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, n) -> switchover(row, now))
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("there is no switchover " + id));
    }

    /** Lets a planned one come now: whatever stands between is worked by the shift that begins. */
    void bringForward(long id, Instant now, Viewer by) {
        jdbc.sql(
                        """
                        UPDATE switchover
                        SET at = :now, done_by = :by,
                            extra = CASE WHEN extra = ending AND extra_from <= :now THEN extra ELSE beginning END,
                            extra_from = CASE WHEN extra = ending AND extra_from <= :now THEN extra_from ELSE :now END,
                            extra_until = CASE WHEN extra IS NULL THEN at WHEN extra = beginning THEN extra_until
                                               WHEN extra_from <= :now THEN :now ELSE extra_from END
                        WHERE id = :id""")
                .param("id", id)
                .param("now", Unnest.timestamp(now))
                .param("by", by.name())
                .update();
    }

    /** Those that operations have planned and whose time has come. */
    List<Edge> plannedUpTo(Instant now) {
        return jdbc.sql("SELECT * FROM switchover WHERE state = 'planned' AND at <= :now")
                .param("now", Unnest.timestamp(now))
                .query((row, n) -> edge(row))
                .list();
    }

    void end(long id, String state, Instant now, Viewer by) {
        jdbc.sql("UPDATE switchover SET state = :state, ended_at = :now, ended_by = :by WHERE id = :id")
                .param("id", id)
                .param("state", state)
                .param("now", Unnest.timestamp(now))
                .param("by", by.name())
                .update();
    }

    static Edge edge(ResultSet row) throws SQLException {
        return new Edge(
                Columns.instant(row, "at"),
                Columns.text(row, "calendar"),
                row.getString("ending"),
                row.getString("beginning"));
    }

    private static @Nullable ShiftEnd policy(ResultSet row) throws SQLException {
        var text = row.getString("policy");
        return text == null ? null : ShiftEnd.parse(text);
    }

    static Switchover switchover(ResultSet row, Instant now) throws SQLException {
        var state = Columns.text(row, "state");
        var doneAt = Columns.instantOrNull(row, "done_at");
        var until = doneAt == null ? null : doneAt.plus(UNDOABLE);
        return new Switchover(
                row.getLong("id"),
                Columns.instant(row, "at"),
                Columns.text(row, "calendar"),
                row.getString("ending"),
                row.getString("beginning"),
                row.getString("policy"),
                state,
                Columns.text(row, "by"),
                Columns.text(row, "why"),
                doneAt,
                row.getString("done_by"),
                Columns.instantOrNull(row, "ended_at"),
                row.getString("ended_by"),
                state.equals("done") && until != null && now.isBefore(until) ? until : null,
                null);
    }

    /**
     * A switchover that has been recorded as made.
     *
     * @param policy what holds for all queues; null when each has its own
     * @param by who had it made: a person's name, or {@code rota}
     */
    record Made(long id, Edge edge, @Nullable ShiftEnd policy, String by) {}
}
