package dev.rota.conversation;

import dev.rota.inquiry.RoutingOverride;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The overrides that operations have made, in force and over. */
final class OverrideTable {

    private final JdbcClient jdbc;

    OverrideTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in force, newest first. */
    List<RoutingOverride> inForce(Instant now) {
        return jdbc.sql("SELECT * FROM override WHERE ended_at IS NULL AND created_at <= :now AND until > :now"
                        + " ORDER BY id DESC")
                .param("now", Unnest.timestamp(now))
                .query((row, n) -> override(row))
                .list();
    }

    /** Puts one into force, with an id of its own. */
    RoutingOverride add(RoutingOverride proposed) {
        return jdbc.sql(
                        """
                        INSERT INTO override (match, queue, created_at, until, by, why)
                        VALUES (:match::jsonb, :queue, :from, :until, :by, :why)
                        RETURNING *""")
                .param("match", Json.of(proposed.match()))
                .param("queue", proposed.queue())
                .param("from", Unnest.timestamp(proposed.from()))
                .param("until", Unnest.timestamp(proposed.until()))
                .param("by", proposed.by())
                .param("why", proposed.reason())
                .query((row, n) -> override(row))
                .single();
    }

    /** Ends one now; whether it was in force until then. */
    boolean end(long id, String by, Instant now) {
        return jdbc.sql("UPDATE override SET ended_at = :now, ended_by = :by"
                                + " WHERE id = :id AND ended_at IS NULL AND until > :now")
                        .param("id", id)
                        .param("by", by)
                        .param("now", Unnest.timestamp(now))
                        .update()
                > 0;
    }

    /** Ends those whose time is over, and gives their ids. */
    List<Long> endDue(Instant now) {
        return jdbc.sql("UPDATE override SET ended_at = until, ended_by = :rota"
                        + " WHERE ended_at IS NULL AND until <= :now RETURNING id")
                .param("rota", Change.ROTA)
                .param("now", Unnest.timestamp(now))
                .query(Long.class)
                .list();
    }

    static RoutingOverride override(ResultSet row) throws SQLException {
        return new RoutingOverride(
                row.getLong("id"),
                match(row),
                Columns.text(row, "queue"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "until"),
                Columns.text(row, "by"),
                Columns.text(row, "why"));
    }

    private static SortedMap<String, String> match(ResultSet row) throws SQLException {
        Map<?, ?> written = Json.read(Columns.text(row, "match"), Map.class);
        var match = new TreeMap<String, String>();
        written.forEach((fact, value) -> match.put(String.valueOf(fact), String.valueOf(value)));
        return match;
    }
}
