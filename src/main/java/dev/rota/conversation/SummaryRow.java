package dev.rota.conversation;

import static dev.rota.conversation.Columns.instant;
import static dev.rota.conversation.Columns.instantOrNull;
import static dev.rota.conversation.Columns.priority;
import static dev.rota.conversation.Columns.text;

import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a conversation with its customer and its last message, and gives each its name. */
record SummaryRow(Company company) implements RowMapper<Summary> {

    /** What is read; each query adds its condition on {@code c}. */
    static final String COLUMNS =
            """
            c.id, c.protocol, c.number, c.customer, c.status, c.queue, c.request_type, c.priority, c.owner, c.epoch,
            c.opened_at, c.waiting_since, coalesce(c.waiting_reason, wait.reason) AS waiting_reason, c.last_message_at,
            c.last_customer_at, c.unanswered_since, c.replied_at, c.closed_at,
            customer.name, customer.username, phone.value AS phone,
            last.newest AS last_message, last.text AS last_text, last.type AS last_type,
            overriding.id AS override, overriding.queue AS override_queue, overriding.until AS override_until, overriding.by AS override_by,
            overriding.why AS override_why
            """;

    static final String JOINS =
            """
            JOIN customer ON customer.id = c.customer
            LEFT JOIN queue_reason wait ON wait.queue = c.queue AND c.status = 'waiting'
            LEFT JOIN LATERAL (SELECT value FROM customer_identity
                WHERE customer = c.customer AND kind IN ('WA_ID', 'PHONE') AND until IS NULL
                ORDER BY kind DESC, value LIMIT 1) phone ON true
            LEFT JOIN LATERAL (SELECT text, type, max(id) OVER () AS newest
                FROM (SELECT id, text, type, at, author FROM message
                      WHERE conversation = c.id ORDER BY id DESC LIMIT 20) recent
                ORDER BY coalesce(author, '') = 'rota', date_trunc('second', at) DESC, id DESC LIMIT 1) last ON true
            LEFT JOIN LATERAL (SELECT o.* FROM overridden m JOIN override o ON o.id = m.override AND o.ended_at IS NULL
                WHERE m.conversation = c.id AND m.left_at IS NULL AND c.status <> 'closed'
                ORDER BY o.id DESC LIMIT 1) overriding ON true
            """;

    /** How long Meta lets a company write freely after the customer's last message. */
    static final Duration WINDOW = Duration.ofHours(24);

    @Override
    public Summary mapRow(ResultSet row, int rowNumber) throws SQLException {
        var lastCustomerAt = instantOrNull(row, "last_customer_at");
        var lastText = row.getString("last_text");
        return new Summary(
                row.getLong("id"),
                text(row, "protocol"),
                nameOfNumber(text(row, "number")),
                new Summary.Customer(
                        row.getLong("customer"),
                        row.getString("name"),
                        row.getString("phone"),
                        row.getString("username"),
                        null,
                        null),
                text(row, "status"),
                text(row, "queue"),
                text(row, "request_type"),
                priority(row),
                owner(row.getString("owner")),
                row.getInt("epoch"),
                instant(row, "opened_at"),
                instantOrNull(row, "waiting_since"),
                instant(row, "last_message_at"),
                lastCustomerAt == null ? null : lastCustomerAt.plus(WINDOW),
                instantOrNull(row, "unanswered_since"),
                answerBy(row),
                instantOrNull(row, "closed_at"),
                row.getString("waiting_reason"),
                lastText == null ? "" : lastText,
                row.getString("last_type"),
                row.getObject("last_message", Long.class),
                override(row));
    }

    private static Summary.@Nullable Overridden override(ResultSet row) throws SQLException {
        var id = row.getObject("override", Long.class);
        return id == null
                ? null
                : new Summary.Overridden(
                        id,
                        text(row, "override_queue"),
                        instant(row, "override_until"),
                        text(row, "override_by"),
                        text(row, "override_why"));
    }

    private @Nullable Instant answerBy(ResultSet row) throws SQLException {
        var since = instantOrNull(row, "unanswered_since");
        var queue = company.queue(text(row, "queue"));
        var targets = queue.answer();
        var target = instantOrNull(row, "replied_at") == null ? targets.first() : targets.next();
        return since == null || target == null
                ? null
                : company.timetable()
                        .afterOpenTime(queue.name(), queue.hours(), since, target)
                        .orElse(null);
    }

    /** A number that has left the files keeps the only name that is left. */
    String nameOfNumber(String id) {
        return company.numberById(id).map(Number::name).orElse(id);
    }

    Summary.@Nullable Owner owner(@Nullable String agent) {
        if (agent == null) {
            return null;
        }
        var title = Optional.ofNullable(company.agents().get(agent)).map(Agent::title);
        return new Summary.Owner(agent, title.orElse(agent));
    }
}
