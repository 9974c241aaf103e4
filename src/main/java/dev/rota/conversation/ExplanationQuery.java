package dev.rota.conversation;

import dev.rota.assignment.Question;
import dev.rota.inquiry.Inquiry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads why a conversation is where it is, and whose. */
final class ExplanationQuery {

    private static final String NEWEST =
            """
            SELECT decided.*, decided.inquiry -> 'facts' AS facts,
                given.agent, given.candidates, given.question
            FROM conversation c
            LEFT JOIN LATERAL (SELECT * FROM decision WHERE conversation = c.id ORDER BY id DESC LIMIT 1) decided ON true
            LEFT JOIN LATERAL ((SELECT agent, because AS candidates, question FROM assignment
                WHERE conversation = c.id AND c.status <> 'waiting' ORDER BY epoch DESC LIMIT 1)
                UNION ALL SELECT agent, because, question FROM shadow_assignment WHERE conversation = c.id) given ON true
            WHERE c.id = :id AND
            """;

    /** The inquiry of a customer who was erased. */
    private static final String ERASED = "{}";

    private final JdbcClient database;

    ExplanationQuery(JdbcClient database) {
        this.database = database;
    }

    Optional<Explanation> find(long id, Sight sight) {
        return newest(id, sight).query(ExplanationQuery::explanation).optional();
    }

    /** What was recorded of the newest decision; empty when no rules have run, or what was said has been erased. */
    Optional<Recorded> recorded(long id, Sight sight) {
        return newest(id, sight).query(ExplanationQuery::recorded).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private JdbcClient.StatementSpec newest(long id, Sight sight) {
        return database.sql(NEWEST + sight.condition())
                .params(sight.parameters())
                .param("id", id);
    }

    private static Optional<Recorded> recorded(ResultSet row, int number) throws SQLException {
        var inquiry = row.getString("inquiry");
        if (inquiry == null || inquiry.equals(ERASED)) {
            return Optional.empty();
        }
        var question = row.getString("question");
        return Optional.of(new Recorded(
                Reasons.decision(row, number),
                Json.read(inquiry, Inquiry.class),
                row.getString("agent"),
                question == null ? null : Json.read(question, Question.class)));
    }

    private static Explanation explanation(ResultSet row, int number) throws SQLException {
        var agent = row.getString("agent");
        return new Explanation(
                row.getString("route_set") == null ? null : Reasons.decision(row, number),
                agent == null ? null : new Explanation.Assigned(agent, Reasons.candidates(row, "candidates")),
                Reasons.facts(row, "facts"));
    }
}
