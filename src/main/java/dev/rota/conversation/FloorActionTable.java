package dev.rota.conversation;

import dev.rota.conversation.FloorActions.Done;
import dev.rota.conversation.FloorActions.Kind;
import dev.rota.conversation.FloorActions.Line;
import dev.rota.conversation.FloorActions.Load;
import dev.rota.desk.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What supervisors did with many conversations at once. */
final class FloorActionTable {

    private static final String ADD =
            """
            INSERT INTO floor_action (at, by, kind, target, loads) VALUES (:at, :by, :kind, :target, :loads::jsonb)
            RETURNING id
            """;

    private static final String ADD_ITEMS =
            """
            INSERT INTO floor_action_item (action, conversation, place, epoch, from_queue, from_owner, queue, owner,
                                           left_because)
            SELECT :action, n.* FROM unnest(:ids, :places, :epochs, :fromQueues, :fromOwners, :queues, :owners, :lefts)
                AS n (conversation, place, epoch, from_queue, from_owner, queue, owner, left_because)
            """;

    private static final String ITEMS =
            """
            SELECT i.*, coalesce(c.protocol, '') AS protocol
            FROM floor_action_item i LEFT JOIN conversation c ON c.id = i.conversation AND i.from_queue <> ''
            WHERE i.action = :action ORDER BY i.place
            """;

    private static final String NOTE =
            """
            UPDATE floor_action_item i SET undone = n.undone
            FROM unnest(:ids, :notes) AS n (conversation, undone)
            WHERE i.action = :action AND i.conversation = n.conversation
            """;

    /** For so long what was done is undone by a button. */
    static final Duration UNDO = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    FloorActionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes one down, and gives it with its id. */
    Done add(Done done, Map<Long, Integer> epochs, Viewer by) {
        var id = jdbc.sql(ADD)
                .param("at", Unnest.timestamp(done.at()))
                .param("by", by.name())
                .param("kind", done.kind().label())
                .param("target", done.to())
                .param("loads", Json.of(done.loads()))
                .query(Long.class)
                .single();
        var lines = done.lines();
        jdbc.sql(ADD_ITEMS)
                .param("action", id)
                .param("ids", Unnest.bigints(lines, Line::conversation))
                .param("places", Unnest.integers(lines, lines::indexOf))
                .param("epochs", Unnest.integers(lines, line -> epochs.getOrDefault(line.conversation(), 0)))
                .param("fromQueues", Unnest.texts(lines, Line::fromQueue))
                .param("fromOwners", Unnest.texts(lines, Line::fromOwner))
                .param("queues", Unnest.texts(lines, Line::queue))
                .param("owners", Unnest.texts(lines, Line::owner))
                .param("lefts", Unnest.texts(lines, Line::left))
                .update();
        return find(id, by, done.at()).orElseThrow();
    }

    /** One that a person did. */
    Optional<Done> find(long id, Viewer by, Instant now) {
        return read(id, by, now, "");
    }

    /** The same, which nobody else can undo until the transaction ends. */
    Optional<Done> hold(long id, Viewer by, Instant now) {
        return read(id, by, now, " FOR UPDATE");
    }

    private Optional<Done> read(long id, Viewer by, Instant now, String hold) {
        return jdbc.sql("SELECT * FROM floor_action WHERE id = :id AND by = :by" + hold)
                .param("id", id)
                .param("by", by.name())
                .query((row, n) -> done(row, now))
                .optional();
    }

    void undone(long id, Instant now, Map<Long, String> notes) {
        var conversations = List.copyOf(notes.keySet());
        jdbc.sql("UPDATE floor_action SET undone_at = :now WHERE id = :id")
                .param("now", Unnest.timestamp(now))
                .param("id", id)
                .update();
        jdbc.sql(NOTE)
                .param("action", id)
                .param("ids", Unnest.bigints(conversations, one -> one))
                .param("notes", Unnest.texts(conversations, notes::get))
                .update();
    }

    private Done done(ResultSet row, Instant now) throws SQLException {
        var id = row.getLong("id");
        var at = Columns.instant(row, "at");
        var undone = row.getTimestamp("undone_at") != null;
        return new Done(
                id,
                Kind.of(Columns.text(row, "kind")).orElseThrow(),
                Columns.text(row, "target"),
                at,
                undone || !at.plus(UNDO).isAfter(now) ? null : at.plus(UNDO),
                undone,
                lines(id),
                List.of(Json.read(Columns.text(row, "loads"), Load[].class)));
    }

    private List<Line> lines(long action) {
        return jdbc.sql(ITEMS)
                .param("action", action)
                .query((row, n) -> new Line(
                        row.getLong("conversation"),
                        Columns.text(row, "protocol"),
                        Columns.text(row, "from_queue"),
                        row.getString("from_owner"),
                        Columns.text(row, "queue"),
                        row.getString("owner"),
                        row.getString("left_because"),
                        row.getString("undone")))
                .list();
    }
}
