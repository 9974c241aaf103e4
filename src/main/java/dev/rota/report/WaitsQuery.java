package dev.rota.report;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Waits, from messages in the order in which they were stored and from the chains of changes. Who owns a conversation later,
 * and that it is reopened, changes nothing of a wait that has ended.
 */
final class WaitsQuery implements Waits {

    private static final String ENDED =
            """
            stretch AS (
                SELECT h.conversation, h.what, h.by, h.queue, h.at,
                    lead(h.at) OVER (PARTITION BY h.conversation ORDER BY h.epoch) AS until,
                    count(*) FILTER (WHERE h.what = 'reopened') OVER (PARTITION BY h.conversation ORDER BY h.epoch) AS place
                FROM change h JOIN concerned ON concerned.id = h.conversation
            ), said AS (
                SELECT m.conversation, m.id, m.at, m.direction, m.author,
                    count(*) FILTER (WHERE m.direction = 'out') OVER (
                        PARTITION BY m.conversation ORDER BY m.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS turn
                FROM message m JOIN concerned ON concerned.id = m.conversation
                WHERE m.direction = 'in' OR m.author <> 'rota'
            ), answered AS (
                SELECT conversation, turn, min(at) FILTER (WHERE direction = 'in') AS asked,
                    max(at) FILTER (WHERE direction = 'out') AS at, max(author) FILTER (WHERE direction = 'out') AS by
                FROM said GROUP BY conversation, turn
            ), placed AS (
                SELECT a.conversation, a.turn, a.asked, a.at, a.by, s.queue, s.place
                FROM answered a JOIN stretch s
                    ON s.conversation = a.conversation AND s.at <= a.at AND (s.until IS NULL OR s.until > a.at)
                WHERE a.asked IS NOT NULL AND a.at IS NOT NULL
            ), ended AS (
                SELECT CASE WHEN row_number() OVER (PARTITION BY conversation, place ORDER BY turn) = 1
                        THEN 'FIRST' ELSE 'NEXT' END AS kind,
                    conversation, queue, by, asked AS since, at FROM placed
                UNION ALL
                SELECT 'RESOLUTION', conversation, queue, by, began, at FROM (
                    SELECT conversation, what, queue, by, at,
                        min(at) OVER (PARTITION BY conversation, place) AS began FROM stretch) AS closed
                WHERE what = 'closed'
            )
            SELECT kind, ended.conversation, protocol, number, queue, by, since, at
            FROM ended JOIN concerned ON concerned.id = ended.conversation
            WHERE at >= :from AND at < :to AND {then} AND (CAST(:agent AS text) IS NULL OR by = :agent)
            ORDER BY at, ended.conversation, kind
            """;

    private final JdbcClient database;
    private final Supplier<Company> company;

    WaitsQuery(JdbcClient database, Supplier<Company> company) {
        this.database = database;
        this.company = company;
    }

    @Override
    public List<Wait> ended(Asked asked, Viewer viewer) {
        var known = company.get();
        return Scope.of(asked, viewer, known)
                .of(database, ENDED)
                .query((row, n) -> one(row, known))
                .list();
    }

    /** A number that has left the files is told by its id. */
    private static Wait one(ResultSet row, Company known) throws SQLException {
        var number = Scope.text(row, "number");
        return new Wait(
                Kind.valueOf(Scope.text(row, "kind")),
                row.getLong("conversation"),
                Scope.text(row, "protocol"),
                known.numberById(number).map(Number::name).orElse(number),
                Scope.text(row, "queue"),
                Scope.text(row, "by"),
                Scope.instant(row, "since"),
                Scope.instant(row, "at"));
    }
}
