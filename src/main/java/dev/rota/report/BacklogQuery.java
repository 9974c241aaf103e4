package dev.rota.report;

import dev.rota.desk.Company;
import dev.rota.desk.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The backlog, from the chains of changes: at an instant a conversation was what its last change until then made of it. */
final class BacklogQuery implements Backlog {

    private static final String COUNT =
            """
            WITH state AS (
                SELECT h.status, h.queue, h.owner, h.at AS since,
                    lead(h.at) OVER (PARTITION BY h.conversation ORDER BY h.epoch) AS until
                FROM conversation c JOIN change h ON h.conversation = c.id
                WHERE NOT c.shadow AND c.opened_at < :to AND (c.status <> 'closed' OR c.closed_at >= :from) AND {today}
                    AND (CAST(:number AS text) IS NULL OR c.number = :number)
            )
            SELECT t.at, state.queue, count(*) FILTER (WHERE status = 'waiting') AS waiting,
                count(*) FILTER (WHERE status = 'in_progress') AS in_progress
            FROM generate_series(CAST(:from AS timestamptz), CAST(:to AS timestamptz), CAST(:step AS interval)) AS t (at)
            JOIN state ON state.since <= t.at AND (state.until IS NULL OR state.until > t.at)
            WHERE status <> 'closed' AND t.at < :to AND {then}
                AND (CAST(:queue AS text) IS NULL OR queue = :queue) AND (CAST(:agent AS text) IS NULL OR owner = :agent)
            GROUP BY t.at, state.queue ORDER BY t.at, state.queue
            """;

    private final JdbcClient database;
    private final Supplier<Company> company;

    BacklogQuery(JdbcClient database, Supplier<Company> company) {
        this.database = database;
        this.company = company;
    }

    @Override
    public List<Point> count(Asked asked, Duration step, Viewer viewer) {
        return Sight.of(asked, viewer, company.get())
                .of(database, COUNT)
                .param("step", step.toSeconds() + " seconds")
                .query(BacklogQuery::point)
                .list();
    }

    private static Point point(ResultSet row, int n) throws SQLException {
        return new Point(
                Sight.instant(row, "at"),
                Objects.requireNonNull(row.getString("queue")),
                row.getInt("waiting"),
                row.getInt("in_progress"));
    }
}
