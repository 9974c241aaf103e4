package dev.rota.report;

import dev.rota.desk.Company;
import dev.rota.desk.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The backlog, from the chains of changes: at an instant a conversation was what its last change until then made of it. What
 * came and went between two instants is summed up by the database, and added up here, so each state is looked at once and not
 * for each instant.
 */
final class BacklogQuery implements Backlog {

    private static final String OPEN =
            """
            state AS (
                SELECT h.conversation, c.protocol, h.status, h.queue, h.owner, h.at AS since,
                    lead(h.at) OVER (PARTITION BY h.conversation ORDER BY h.epoch) AS until
                FROM concerned c JOIN change h ON h.conversation = c.id
            ), open AS (
                SELECT * FROM state WHERE status <> 'closed' AND {then} AND (CAST(:agent AS text) IS NULL OR owner = :agent)
            )
            """;

    private static final String COUNT = OPEN
            + """
            , step AS (
                SELECT queue, status, since AS at, 1 AS by FROM open
                UNION ALL SELECT queue, status, until, -1 FROM open WHERE until IS NOT NULL
            )
            SELECT queue, width_bucket(at - interval '1 microsecond', :instants) AS place,
                coalesce(sum(by) FILTER (WHERE status = 'waiting'), 0) AS waiting,
                coalesce(sum(by) FILTER (WHERE status = 'in_progress'), 0) AS in_progress
            FROM step GROUP BY queue, place ORDER BY place
            """;

    private static final String ROWS = OPEN
            + """
            SELECT conversation, protocol, queue, owner, since FROM open
            WHERE status = :status AND since <= :at AND (until IS NULL OR until > :at)
            ORDER BY since, conversation LIMIT :most
            """;

    private final JdbcClient database;
    private final Supplier<Company> company;

    BacklogQuery(JdbcClient database, Supplier<Company> company) {
        this.database = database;
        this.company = company;
    }

    @Override
    public List<Point> count(Asked asked, List<Instant> instants, Viewer viewer) {
        var steps = Scope.of(asked, viewer, company.get())
                .of(database, COUNT)
                .param("instants", array(instants))
                .query(BacklogQuery::step)
                .list();
        return points(instants, steps);
    }

    @Override
    public List<Open> open(Asked asked, Instant at, boolean waiting, int most, Viewer viewer) {
        return Scope.of(asked, viewer, company.get())
                .of(database, ROWS)
                .param("status", waiting ? "waiting" : "in_progress")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> new Open(
                        row.getLong("conversation"),
                        Scope.text(row, "protocol"),
                        Scope.text(row, "queue"),
                        row.getString("owner"),
                        Scope.instant(row, "since")))
                .list();
    }

    private static SqlArrayValue array(List<Instant> instants) {
        return new SqlArrayValue(
                "timestamptz",
                instants.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray());
    }

    private static List<Point> points(List<Instant> instants, List<Step> steps) {
        var open = new TreeMap<String, Step>();
        var found = new ArrayList<Point>();
        var rest = steps.iterator();
        var next = rest.hasNext() ? rest.next() : null;
        for (var place = 0; place < instants.size(); place++) {
            while (next != null && next.place == place) {
                open.merge(next.queue, next, Step::plus);
                next = rest.hasNext() ? rest.next() : null;
            }
            var at = instants.get(place);
            open.values().stream().filter(Step::isOpen).forEach(one -> found.add(one.at(at)));
        }
        return found;
    }

    /**
     * How many came, less those that went.
     *
     * @param place of the first instant that sees it, from 0; that of none when there is no later one
     */
    private record Step(String queue, int place, int waiting, int inProgress) {

        Step plus(Step later) {
            return new Step(queue, later.place, waiting + later.waiting, inProgress + later.inProgress);
        }

        boolean isOpen() {
            return waiting + inProgress > 0;
        }

        Point at(Instant instant) {
            return new Point(instant, queue, waiting, inProgress);
        }
    }

    private static Step step(ResultSet row, int n) throws SQLException {
        return new Step(
                Scope.text(row, "queue"), row.getInt("place"), row.getInt("waiting"), row.getInt("in_progress"));
    }
}
