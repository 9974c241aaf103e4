package dev.rota.conversation;

import dev.rota.assignment.Pause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pauses of queues, in force and over. */
final class PauseTable {

    private static final int MOST = 100;

    private static final String IN_FORCE = "ended_at IS NULL AND until > :now";

    private final JdbcClient jdbc;

    PauseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these queues that hold at that time. */
    List<Pause> holding(Collection<String> queues, Instant now) {
        return jdbc.sql("SELECT queue, until, by, why FROM pause WHERE queue = ANY(:queues) AND " + IN_FORCE)
                .param("queues", Unnest.texts(List.copyOf(queues), name -> name))
                .param("now", Unnest.timestamp(now))
                .query((row, n) -> new Pause(
                        Columns.text(row, "queue"),
                        Columns.instant(row, "until"),
                        Columns.text(row, "by"),
                        Columns.text(row, "why")))
                .list();
    }

    /** The latest of these queues, those in force first. */
    List<StandingPause> list(Collection<String> queues, Instant now) {
        return jdbc.sql("SELECT * FROM pause WHERE queue = ANY(:queues) ORDER BY (" + IN_FORCE
                        + ") DESC, id DESC LIMIT :most")
                .param("queues", Unnest.texts(List.copyOf(queues), name -> name))
                .param("now", Unnest.timestamp(now))
                .param("most", MOST)
                .query((row, n) -> pause(row, now))
                .list();
    }

    Optional<StandingPause> of(String queue, Instant now) {
        return jdbc.sql("SELECT * FROM pause WHERE queue = :queue AND " + IN_FORCE)
                .param("queue", queue)
                .param("now", Unnest.timestamp(now))
                .query((row, n) -> pause(row, now))
                .optional();
    }

    Optional<StandingPause> find(long id, Instant now) {
        return jdbc.sql("SELECT * FROM pause WHERE id = :id")
                .param("id", id)
                .query((row, n) -> pause(row, now))
                .optional();
    }

    /** Puts one into force, and gives its id. */
    long add(StandingPause proposed) {
        return jdbc.sql("INSERT INTO pause (queue, at, until, by, why) VALUES (:queue, :at, :until, :by, :why)"
                        + " RETURNING id")
                .param("queue", proposed.queue())
                .param("at", Unnest.timestamp(proposed.at()))
                .param("until", Unnest.timestamp(proposed.until()))
                .param("by", proposed.by())
                .param("why", proposed.reason())
                .query(Long.class)
                .single();
    }

    /** Ends one now; whether it was in force until then. */
    boolean end(long id, String by, Instant now) {
        return jdbc.sql("UPDATE pause SET ended_at = :now, ended_by = :by WHERE id = :id AND " + IN_FORCE)
                        .param("id", id)
                        .param("by", by)
                        .param("now", Unnest.timestamp(now))
                        .update()
                > 0;
    }

    /** How many conversations wait in a queue. */
    int waiting(String queue) {
        return jdbc.sql("SELECT count(*) FROM conversation WHERE status = 'waiting' AND queue = :queue")
                .param("queue", queue)
                .query(Integer.class)
                .single();
    }

    private static StandingPause pause(ResultSet row, Instant now) throws SQLException {
        var until = Columns.instant(row, "until");
        var endedAt = Columns.instantOrNull(row, "ended_at");
        return new StandingPause(
                row.getLong("id"),
                Columns.text(row, "queue"),
                until,
                Columns.text(row, "by"),
                Columns.text(row, "why"),
                Columns.instant(row, "at"),
                endedAt == null && until.isAfter(now) ? "in_force" : "over",
                endedAt,
                row.getString("ended_by"),
                null);
    }
}
