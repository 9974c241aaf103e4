package dev.rota.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads why a conversation is where it is, and whose. */
final class ExplanationQuery {

    private static final String NEWEST =
            """
            SELECT decided.*, decided.inquiry -> 'facts' AS facts, given.agent, given.candidates
            FROM conversation c
            LEFT JOIN LATERAL (SELECT * FROM decision WHERE conversation = c.id ORDER BY id DESC LIMIT 1) decided ON true
            LEFT JOIN LATERAL ((SELECT agent, because AS candidates FROM assignment
                WHERE conversation = c.id AND c.status <> 'waiting' ORDER BY epoch DESC LIMIT 1)
                UNION ALL SELECT agent, because FROM shadow_assignment WHERE conversation = c.id) given ON true
            WHERE c.id = :id AND
            """;

    private final JdbcClient database;

    ExplanationQuery(JdbcClient database) {
        this.database = database;
    }

    Optional<Explanation> find(long id, Sight sight) {
        return database.sql(NEWEST + sight.condition())
                .params(sight.parameters())
                .param("id", id)
                .query(ExplanationQuery::explanation)
                .optional();
    }

    private static Explanation explanation(ResultSet row, int number) throws SQLException {
        var agent = row.getString("agent");
        return new Explanation(
                row.getString("route_set") == null ? null : Reasons.decision(row, number),
                agent == null ? null : new Explanation.Assigned(agent, Reasons.candidates(row, "candidates")),
                Reasons.facts(row, "facts"));
    }
}
