package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Sight;
import dev.rota.desk.Viewer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has not arrived, read from the outbox. */
final class DeliveryBoardQuery implements DeliveryBoard {

    private static final String NOT_ARRIVED = "d.state IN ('due', 'sending', 'parked', 'ambiguous')";

    private static final String BY_DOWNSTREAM =
            """
            WITH left_over AS (
                SELECT d.downstream,
                    count(*) FILTER (WHERE %2$s) AS due, count(*) FILTER (WHERE %3$s) AS again,
                    count(*) FILTER (WHERE %4$s) AS parked, count(*) FILTER (WHERE %5$s) AS ambiguous,
                    (array_agg(d.last_error ORDER BY d.id DESC) FILTER (WHERE d.last_error IS NOT NULL))[1] AS reason
                FROM delivery d LEFT JOIN conversation c ON c.id = d.conversation
                WHERE %1$s AND %6$s GROUP BY d.downstream
            ), arrived AS (
                SELECT d.downstream, count(*) AS delivered
                FROM delivery d LEFT JOIN conversation c ON c.id = d.conversation
                WHERE %1$s AND d.state = 'done' AND d.not_before >= :today GROUP BY d.downstream
            )
            SELECT downstream, coalesce(due, 0) AS due, coalesce(again, 0) AS again, coalesce(parked, 0) AS parked,
                coalesce(ambiguous, 0) AS ambiguous, coalesce(delivered, 0) AS delivered, reason
            FROM left_over FULL JOIN arrived USING (downstream) ORDER BY downstream
            """;

    private final JdbcClient database;
    private final Supplier<Company> company;

    DeliveryBoardQuery(JdbcClient database, Supplier<Company> company) {
        this.database = database;
        this.company = company;
    }

    @Override
    public List<OfDownstream> byDownstream(Instant today, Viewer viewer) {
        var sight = Sight.of(viewer, company.get());
        return database.sql(BY_DOWNSTREAM.formatted(
                        sight.condition(),
                        How.DUE.condition,
                        How.AGAIN.condition,
                        How.PARKED.condition,
                        How.AMBIGUOUS.condition,
                        NOT_ARRIVED))
                .params(sight.parameters())
                .param("today", today.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new OfDownstream(
                        Columns.text(row, "downstream"),
                        row.getInt("due"),
                        row.getInt("again"),
                        row.getInt("parked"),
                        row.getInt("ambiguous"),
                        row.getInt("delivered"),
                        row.getString("reason")))
                .list();
    }

    @Override
    public Page<Line> list(
            @Nullable How how, @Nullable String downstream, @Nullable String cursor, int limit, Viewer viewer) {
        var sight = Sight.of(viewer, company.get());
        var asked = how == null ? NOT_ARRIVED : how.condition;
        var found = database.sql(DeliveryQuery.page(sight, asked, downstream))
                .params(sight.parameters())
                .param("downstream", downstream)
                .param("before", DeliveryQuery.before(cursor))
                .param("limit", limit + 1)
                .query((row, n) -> new Line(DeliveryQuery.delivery(row), row.getString("protocol")))
                .list();
        return Page.of(found, limit, last -> Long.toString(last.delivery().id()));
    }
}
