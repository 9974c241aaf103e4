package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Standing;
import dev.rota.desk.Status;
import dev.rota.desk.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds where a customer stands with a number: the open conversation, or the one that a message reopens. */
public final class Standings {

    private static final String LATEST =
            """
            WITH known AS (
                SELECT i.customer, i.kind
                FROM unnest(:kinds, :values) AS wanted (kind, value)
                JOIN customer_identity i USING (kind, value)
                ORDER BY i.kind
            )
            SELECT k.customer, (SELECT count(*) FROM known WHERE customer = k.customer) AS linked,
                   c.id, c.epoch, c.status, c.queue, c.closed_at
            FROM (SELECT customer FROM known LIMIT 1) k
            LEFT JOIN LATERAL (
                SELECT id, epoch, status, queue, closed_at
                FROM conversation
                WHERE customer = k.customer AND number = :number
                ORDER BY (status <> 'closed') DESC, id DESC
                LIMIT 1
            ) c ON true
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Clock clock;

    public Standings(JdbcClient jdbc, Supplier<Company> company, Clock clock) {
        this.jdbc = jdbc;
        this.company = company;
        this.clock = clock;
    }

    /** Begins the turn of a message; reads only, so the commit checks it again. */
    public Turn find(Heard.Message message) {
        var ids = message.identities();
        var standing = jdbc.sql(LATEST)
                .param("kinds", Unnest.texts(ids, id -> id.kind().name()))
                .param("values", Unnest.texts(ids, Identity::value))
                .param("number", message.event().number())
                .query((row, n) -> standing(row, message))
                .optional();
        return Turn.of(message, standing.orElse(Standing.NEW));
    }

    private Standing standing(ResultSet row, Heard.Message message) throws SQLException {
        var customer = row.getLong("customer");
        var linked = row.getInt("linked") == message.identities().size();
        var conversation = row.getLong("id");
        if (row.wasNull() || !continues(row, message)) {
            return new Standing(customer, linked, null, 0, null);
        }
        return new Standing(customer, linked, conversation, row.getInt("epoch"), Status.of(row.getString("status")));
    }

    /** A message that asks for an answer begins a new conversation when the last one closed too long ago. */
    private boolean continues(ResultSet row, Heard.Message message) throws SQLException {
        @Nullable Instant closedAt = Columns.instantOrNull(row, "closed_at");
        if (closedAt == null || !message.asksForAnswer()) {
            return true;
        }
        var reopenWithin = company.get().queue(row.getString("queue")).reopenWithin();
        return clock.instant().isBefore(closedAt.plus(reopenWithin));
    }
}
