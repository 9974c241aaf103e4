package dev.rota.conversation;

import dev.rota.assignment.Question;
import dev.rota.desk.Sight;
import dev.rota.inquiry.Inquiry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads why a conversation is where it is, and whose. */
final class ExplanationQuery {

    private static final String NEWEST =
            """
            SELECT decided.*, decided.inquiry -> 'facts' AS facts,
                coalesce(c.waiting_reason, wait.reason) AS waiting_reason, given.agent, given.why, given.candidates, given.question
            FROM conversation c
            LEFT JOIN queue_reason wait ON wait.queue = c.queue AND c.status = 'waiting'
            LEFT JOIN LATERAL (SELECT * FROM decision WHERE conversation = c.id ORDER BY id DESC LIMIT 1) decided ON true
            LEFT JOIN LATERAL ((SELECT agent, why, because AS candidates, question FROM assignment
                WHERE conversation = c.id AND c.status <> 'waiting' ORDER BY epoch DESC LIMIT 1)
                UNION ALL SELECT agent, reason, because, question FROM shadow_assignment WHERE conversation = c.id) given ON true
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
        return newest(id, sight).query(ExplanationQuery::recorded).list().stream()
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
        return new Explanation(
                row.getString("route_set") == null ? null : Reasons.decision(row, number),
                assigned(row),
                Reasons.facts(row, "facts"));
    }

    private static Explanation.@Nullable Assigned assigned(ResultSet row) throws SQLException {
        var waits = row.getString("waiting_reason");
        if (waits != null) {
            return new Explanation.Assigned(null, waits, List.of());
        }
        var why = row.getString("why");
        return why == null
                ? null
                : new Explanation.Assigned(row.getString("agent"), why, Reasons.candidates(row, "candidates"));
    }
}
