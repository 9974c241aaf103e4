package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Sight;
import dev.rota.desk.Viewer;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The inbox, read from the ledger. */
final class InboxQuery implements Inbox {

    private static final String COUNTS =
            """
            SELECT
                (SELECT count(*) FROM conversation c WHERE c.status = 'waiting' AND {seen}) AS waiting,
                (SELECT count(*) FROM conversation c WHERE c.status = 'in_progress' AND c.owner = :viewer) AS mine,
                (SELECT count(*) FROM conversation c WHERE c.status = 'in_progress' AND {seen}) AS team,
                (SELECT count(*) FROM (SELECT FROM conversation c
                    WHERE c.status = 'closed' AND NOT c.shadow AND {seen} LIMIT :mostClosed) found) AS closed
            """;

    private static final String OWN =
            """
            SELECT count(*) AS count, coalesce(bool_or(NOT (:all OR c.queue = ANY(:visible))), false) AS elsewhere
            FROM conversation c WHERE c.status = 'in_progress' AND c.owner = :viewer
            """;

    private final JdbcClient database;
    private final WholeQuery whole;
    private final ExplanationQuery explanation;
    private final Supplier<Company> company;

    /**
     * Makes one.
     *
     * @param snapshot runs what it is given on one state of the database
     */
    InboxQuery(JdbcClient database, TransactionOperations snapshot, Supplier<Company> company) {
        this.database = database;
        this.whole = new WholeQuery(database, snapshot);
        this.explanation = new ExplanationQuery(database);
        this.company = company;
    }

    @Override
    public Page<Summary> list(Filter filter, Viewer viewer) {
        var now = company.get();
        var selection = new Selection(filter, Sight.of(viewer, now), now);
        var order = selection.order();
        var rows = new SummaryRow(now);
        var found = database.sql(
                        """
                        WITH page AS (%s) SELECT %s, page.place, page.moved_at
                        FROM page JOIN conversation c ON c.id = page.id %s ORDER BY %s
                        """
                                .formatted(selection.sql(), SummaryRow.COLUMNS, SummaryRow.JOINS, order.by()))
                .params(selection.parameters())
                .query((row, n) -> new Listed(rows.mapRow(row, n), Cursor.after(row, order)))
                .list();
        var page = Page.of(found, filter.limit(), last -> last.cursor.text());
        return new Page<>(page.items().stream().map(Listed::summary).toList(), page.next());
    }

    @Override
    public Optional<Whole> find(long id, Viewer viewer) {
        var now = company.get();
        return whole.find(id, Sight.of(viewer, now), new SummaryRow(now));
    }

    @Override
    public Own own(Viewer viewer) {
        var sight = Sight.of(viewer, company.get());
        return database.sql(OWN)
                .params(sight.parameters())
                .param("all", sight.all())
                .query(Own.class)
                .single();
    }

    @Override
    public Counts counts(Viewer viewer) {
        var sight = Sight.of(viewer, company.get());
        return database.sql(COUNTS.replace("{seen}", sight.condition()))
                .params(sight.parameters())
                .param("mostClosed", Counts.MOST_CLOSED)
                .query(Counts.class)
                .single();
    }

    @Override
    public Optional<Explanation> explain(long id, Viewer viewer) {
        return explanation.find(id, Sight.of(viewer, company.get()));
    }

    @Override
    public Optional<Recorded> recorded(long id, Viewer viewer) {
        return explanation.recorded(id, Sight.of(viewer, company.get()));
    }

    private record Listed(Summary summary, Cursor cursor) {}
}
