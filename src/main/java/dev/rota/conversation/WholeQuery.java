package dev.rota.conversation;

import static dev.rota.conversation.Columns.instant;
import static dev.rota.conversation.Columns.instantOrNull;
import static dev.rota.conversation.Columns.text;

import dev.rota.desk.Sight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reads one conversation with everything that happened in it, as it was at one instant. */
final class WholeQuery {

    private static final String ASSIGNMENTS = "SELECT * FROM assignment WHERE conversation = :id ORDER BY epoch";
    private static final String NOTES = "SELECT * FROM note WHERE conversation = :id ORDER BY id";

    /** Its steps, and the overrides that found it on its way. */
    private static final String CHANGES =
            """
            SELECT epoch, at, what, by, why, status, queue, owner, 0 AS after FROM change WHERE conversation = :id
            UNION ALL
            SELECT m.epoch, m.at, 'overridden', o.by, 'override ' || o.id || ' to ' || o.queue || ': ' || o.why,
                   step.status, step.queue, step.owner, 1
            FROM overridden m JOIN override o ON o.id = m.override
            JOIN change step ON step.conversation = m.conversation AND step.epoch = m.epoch
            WHERE m.conversation = :id
            ORDER BY epoch, after, at
            """;

    private static final String DECISIONS = "SELECT * FROM decision WHERE conversation = :id ORDER BY id";

    private final JdbcClient database;
    private final MessageQuery messages;
    private final CustomerQuery customers;
    private final SwitchoverItems items;
    private final TransactionOperations snapshot;

    WholeQuery(JdbcClient database, TransactionOperations snapshot) {
        this.database = database;
        this.messages = new MessageQuery(database);
        this.customers = new CustomerQuery(database);
        this.items = new SwitchoverItems(database);
        this.snapshot = snapshot;
    }

    Optional<Whole> find(long id, Sight sight, SummaryRow summaryRow) {
        return Optional.ofNullable(snapshot.execute(status -> summary(id, sight, summaryRow)
                .map(found -> whole(found, sight, summaryRow))
                .orElse(null)));
    }

    private Optional<Summary> summary(long id, Sight sight, SummaryRow summaryRow) {
        return database.sql("SELECT %s FROM conversation c %s WHERE c.id = :id AND %s"
                        .formatted(SummaryRow.COLUMNS, SummaryRow.JOINS, sight.condition()))
                .params(sight.parameters())
                .param("id", id)
                .query(summaryRow)
                .optional();
    }

    private Whole whole(Summary summary, Sight sight, SummaryRow summaryRow) {
        var id = summary.id();
        return new Whole(
                summary.of(customers.of(summary.customer(), sight, summaryRow::nameOfNumber)),
                messages.of(id),
                all(ASSIGNMENTS, id, WholeQuery::assignment),
                all(DECISIONS, id, Reasons::decision),
                all(DeliveryQuery.OF_CONVERSATION, id, DeliveryQuery.ROW),
                all(CHANGES, id, WholeQuery::change),
                all(NOTES, id, WholeQuery::note),
                items.briefOf(id).orElse(null));
    }

    private <T> List<T> all(String sql, long id, RowMapper<T> mapper) {
        return database.sql(sql).param("id", id).query(mapper).list();
    }

    private static Whole.Assignment assignment(ResultSet row, int number) throws SQLException {
        return new Whole.Assignment(
                text(row, "agent"),
                instant(row, "from_at"),
                instantOrNull(row, "to_at"),
                text(row, "by"),
                text(row, "why"),
                row.getInt("epoch"));
    }

    private static Whole.Note note(ResultSet row, int number) throws SQLException {
        return new Whole.Note(row.getLong("id"), instant(row, "at"), text(row, "author"), text(row, "text"));
    }

    private static Whole.Change change(ResultSet row, int number) throws SQLException {
        return new Whole.Change(
                row.getInt("epoch"),
                instant(row, "at"),
                text(row, "what"),
                text(row, "by"),
                text(row, "why"),
                text(row, "status"),
                text(row, "queue"),
                row.getString("owner"));
    }
}
