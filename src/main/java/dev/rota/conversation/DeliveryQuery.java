package dev.rota.conversation;

import static dev.rota.conversation.Columns.instant;
import static dev.rota.conversation.Columns.instantOrNull;
import static dev.rota.conversation.Columns.text;

import dev.rota.desk.Company;
import dev.rota.desk.Sight;
import dev.rota.desk.TriedAgain;
import dev.rota.desk.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The deliveries, read from the outbox. */
final class DeliveryQuery implements Deliveries {

    private static final String COLUMNS =
            """
            SELECT d.id, d.conversation, d.downstream, d.kind, d.state, d.attempts, d.last_error,
                coalesce(d.ticket_id, t.ticket_id) AS ticket_id, coalesce(d.link, t.link) AS link,
                CASE WHEN d.state = 'due' THEN d.not_before END AS next_at,
                a.by AS again_by, a.at AS again_at, a.attempts AS again_after%s
            FROM delivery d
            LEFT JOIN ticket t ON t.downstream = d.downstream AND t.conversation = d.conversation
            LEFT JOIN LATERAL (
                SELECT by, at, attempts FROM again WHERE kind = 'delivery' AND item = d.id ORDER BY id DESC LIMIT 1) a ON true
            """;

    static final String OF_CONVERSATION = COLUMNS.formatted("") + " WHERE d.conversation = :id ORDER BY d.id";

    /** A copy has no conversation, so who does not see all does not see it. */
    private static final String PAGE = COLUMNS.formatted(", c.protocol")
            + """
            LEFT JOIN conversation c ON c.id = d.conversation
            WHERE %s AND %s AND %s AND d.id < :before
            ORDER BY d.id DESC LIMIT :limit
            """;

    private static final String ONE = COLUMNS.formatted("")
            + """
            LEFT JOIN conversation c ON c.id = d.conversation
            WHERE %s AND d.id = :delivery
            """;

    private static final String PARKED =
            """
            SELECT d.id FROM delivery d LEFT JOIN conversation c ON c.id = d.conversation
            WHERE %s AND %s AND d.state = 'parked'
            """;

    static final RowMapper<Delivery> ROW = (row, number) -> delivery(row);

    private final JdbcClient database;
    private final Supplier<Company> company;

    DeliveryQuery(JdbcClient database, Supplier<Company> company) {
        this.database = database;
        this.company = company;
    }

    @Override
    public Page<Delivery> list(
            @Nullable String state, @Nullable String downstream, @Nullable String cursor, int limit, Viewer viewer) {
        var sight = Sight.of(viewer, company.get());
        var asked = state == null ? "true" : "d.state = :state";
        var found = database.sql(page(sight, asked, downstream))
                .params(sight.parameters())
                .param("state", state)
                .param("downstream", downstream)
                .param("before", before(cursor))
                .param("limit", limit + 1)
                .query(ROW)
                .list();
        return Page.of(found, limit, last -> Long.toString(last.id()));
    }

    @Override
    public Optional<Delivery> find(long id, Viewer viewer) {
        var sight = Sight.of(viewer, company.get());
        return database.sql(ONE.formatted(sight.condition()))
                .params(sight.parameters())
                .param("delivery", id)
                .query(ROW)
                .optional();
    }

    @Override
    public List<Long> parked(@Nullable String downstream, Viewer viewer) {
        var sight = Sight.of(viewer, company.get());
        return database.sql(PARKED.formatted(sight.condition(), to(downstream)))
                .params(sight.parameters())
                .param("downstream", downstream)
                .query(Long.class)
                .list();
    }

    /** A page of deliveries of a state, with the protocol of their conversations. */
    static String page(Sight sight, String state, @Nullable String downstream) {
        return PAGE.formatted(sight.condition(), state, to(downstream));
    }

    private static String to(@Nullable String downstream) {
        return downstream == null ? "true" : "d.downstream = :downstream";
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getObject("conversation", Long.class),
                text(row, "downstream"),
                text(row, "kind"),
                text(row, "state"),
                row.getString("ticket_id"),
                row.getString("link"),
                row.getInt("attempts"),
                instantOrNull(row, "next_at"),
                row.getString("last_error"),
                again(row));
    }

    private static @Nullable TriedAgain again(ResultSet row) throws SQLException {
        var by = row.getString("again_by");
        return by == null ? null : new TriedAgain(by, instant(row, "again_at"), row.getInt("again_after"));
    }

    static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw new UnknownCursor();
        }
        return Long.parseLong(cursor);
    }
}
