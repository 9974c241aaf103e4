package dev.rota.conversation;

import dev.rota.desk.Brief;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds in the log of conversations what their next owners should know at a glance. */
final class Briefs {

    private static final String FIND =
            """
            SELECT c.id, c.protocol, c.last_customer_at, question.id AS question, question.text, question.at, waiting.since
            FROM unnest(:ids) AS n (id) JOIN conversation c ON c.id = n.id
            LEFT JOIN LATERAL (
                SELECT id, text, at FROM message
                WHERE conversation = c.id AND direction = 'in' AND type <> 'reaction' AND text <> ''
                ORDER BY id DESC LIMIT 1) question ON true
            LEFT JOIN LATERAL (
                SELECT min(at) AS since FROM message m
                WHERE conversation = c.id AND direction = 'in' AND type <> 'reaction' AND id > coalesce(
                    (SELECT max(id) FROM message WHERE conversation = c.id AND direction = 'out'), 0)) waiting ON true
            """;

    private final JdbcClient jdbc;

    Briefs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The briefs of conversations as they stand now, by conversation. */
    Map<Long, Found> find(List<Long> conversations) {
        return jdbc.sql(FIND).param("ids", Unnest.bigints(conversations, id -> id)).query(Briefs::found).list().stream()
                .collect(Collectors.toMap(Found::conversation, Function.identity()));
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getLong("id"),
                Columns.text(row, "protocol"),
                row.getObject("question", Long.class),
                new Brief(
                        row.getString("text"),
                        Columns.instantOrNull(row, "at"),
                        Columns.instantOrNull(row, "since"),
                        windowClosesAt(Columns.instantOrNull(row, "last_customer_at"))));
    }

    private static @Nullable Instant windowClosesAt(@Nullable Instant lastCustomerAt) {
        return Optional.ofNullable(lastCustomerAt)
                .map(at -> at.plus(SummaryRow.WINDOW))
                .orElse(null);
    }

    /** @param question the id of the message that is quoted, by which it is stored */
    record Found(long conversation, String protocol, @Nullable Long question, Brief brief) {}
}
