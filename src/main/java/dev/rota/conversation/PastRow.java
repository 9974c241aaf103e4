package dev.rota.conversation;

import static dev.rota.conversation.Columns.instant;
import static dev.rota.conversation.Columns.instantOrNull;
import static dev.rota.conversation.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;

/** Reads a message with its conversation and its customer. */
record PastRow(SummaryRow names) implements RowMapper<Past> {

    static final String SQL = "SELECT " + MessageQuery.COLUMNS
            + """
                    , c.protocol, c.number, c.customer, c.status AS state, c.queue, c.request_type, c.owner, c.opened_at,
                      c.closed_at, customer.name, customer.username, phone.value AS phone"""
            + MessageQuery.FROM
            + """
                    JOIN conversation c ON c.id = m.conversation
                    JOIN customer ON customer.id = c.customer
                    LEFT JOIN LATERAL (SELECT value FROM customer_identity
                        WHERE customer = c.customer AND kind IN ('WA_ID', 'PHONE') AND until IS NULL
                        ORDER BY kind DESC, value LIMIT 1) phone ON true
                    WHERE m.id = ANY (:ids)
                    ORDER BY m.id DESC
                    """;

    @Override
    public Past mapRow(ResultSet row, int number) throws SQLException {
        return new Past(
                MessageQuery.message(row, number),
                new Past.Conversation(
                        row.getLong("conversation"),
                        text(row, "protocol"),
                        names.nameOfNumber(text(row, "number")),
                        new Summary.Customer(
                                row.getLong("customer"),
                                row.getString("name"),
                                row.getString("phone"),
                                row.getString("username"),
                                null,
                                null),
                        text(row, "state"),
                        text(row, "queue"),
                        text(row, "request_type"),
                        names.owner(row.getString("owner")),
                        instant(row, "opened_at"),
                        instantOrNull(row, "closed_at")),
                null);
    }
}
