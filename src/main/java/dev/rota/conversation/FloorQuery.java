package dev.rota.conversation;

import static dev.rota.conversation.Columns.instantOrNull;
import static dev.rota.conversation.Columns.text;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Sight;
import dev.rota.desk.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The floor, counted in the ledger. */
final class FloorQuery implements Floor {

    private static final String QUEUES =
            """
            SELECT c.queue,
                count(*) FILTER (WHERE c.status = 'waiting') AS waiting, min(c.waiting_since) AS since,
                count(*) FILTER (WHERE c.status = 'in_progress') AS in_progress,
                count(*) FILTER (WHERE c.status = 'waiting' AND {risk}) AS waiting_at_risk,
                count(*) FILTER (WHERE c.status = 'in_progress' AND {risk}) AS owned_at_risk,
                count(*) FILTER (WHERE {measured}) AS measured, count(*) FILTER (WHERE {late}) AS late
            FROM conversation c WHERE c.status <> 'closed' AND {counted} GROUP BY c.queue
            """;

    private static final String UNOWNED =
            """
            SELECT count(*) FROM conversation c WHERE c.status <> 'closed' AND {counted}
                AND NOT EXISTS (SELECT FROM assignment a WHERE a.conversation = c.id AND a.to_at IS NULL)
            """;

    private static final String OLDEST =
            """
            SELECT c.id, c.waiting_since FROM conversation c WHERE c.status = 'waiting' AND {counted}
            ORDER BY c.waiting_since, c.id LIMIT 1
            """;

    private static final String AGENTS =
            """
            WITH owned AS (
                SELECT c.owner AS agent, count(*) AS open, count(c.unanswered_since) AS asking,
                    min(c.unanswered_since) AS silent_since
                FROM conversation c WHERE c.status = 'in_progress' AND {counted} GROUP BY c.owner
            ), began AS (
                SELECT c.id, c.opened_at FROM conversation c
                WHERE c.status <> 'closed' AND c.opened_at >= :today AND {counted}
                UNION ALL
                SELECT c.id, c.opened_at FROM conversation c
                WHERE c.status = 'closed' AND NOT c.shadow AND c.closed_at >= :today AND c.opened_at >= :today AND {counted}
            ), answered AS (
                SELECT m.author AS agent, count(*) AS answered,
                    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY extract(epoch FROM m.at - b.opened_at)) AS took
                FROM began b CROSS JOIN LATERAL (SELECT author, at FROM message
                    WHERE conversation = b.id AND direction = 'out' AND author <> 'rota' ORDER BY id LIMIT 1) m
                GROUP BY m.author
            ), given AS (
                SELECT a.agent, count(*) AS given FROM began b JOIN assignment a ON a.conversation = b.id GROUP BY a.agent
            )
            SELECT agent, coalesce(open, 0) AS open, coalesce(asking, 0) AS asking, silent_since,
                coalesce(answered, 0) AS answered, took[1] AS p50, took[2] AS p90, coalesce(given, 0) AS given
            FROM owned FULL JOIN answered USING (agent) FULL JOIN given USING (agent)
            """;

    private final JdbcClient database;
    private final TransactionOperations snapshot;
    private final Supplier<Company> company;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param snapshot runs what it is given on one state of the database
     */
    FloorQuery(JdbcClient database, TransactionOperations snapshot, Supplier<Company> company, Clock clock) {
        this.database = database;
        this.snapshot = snapshot;
        this.company = company;
        this.clock = clock;
    }

    @Override
    public Counted count(Scope scope, Instant today, Viewer viewer) {
        return Objects.requireNonNull(snapshot.execute(status -> read(scope, today, viewer)));
    }

    private Counted read(Scope scope, Instant today, Viewer viewer) {
        var asked = Asked.of(scope, company.get(), viewer);
        var now = clock.instant();
        var risk = Dues.until(now.plus(RISK), "risk", company.get());
        var late = Dues.until(now, "late", company.get());
        var queues = asked.of(
                        database,
                        QUEUES.replace("{risk}", risk.condition())
                                .replace("{measured}", late.measured())
                                .replace("{late}", late.condition()))
                .params(risk.parameters())
                .params(late.parameters());
        return new Counted(
                asked.of(database, UNOWNED).query(Integer.class).single(),
                asked.of(database, OLDEST)
                        .query((row, n) -> new Oldest(row.getLong("id"), Columns.instant(row, "waiting_since")))
                        .optional()
                        .orElse(null),
                byName(queues, "queue", FloorQuery::queue),
                byName(asked.of(database, AGENTS).param("today", Unnest.timestamp(today)), "agent", FloorQuery::agent));
    }

    private static <T> Map<String, T> byName(JdbcClient.StatementSpec query, String name, RowMapper<T> row) {
        var found = new HashMap<String, T>();
        query.query(result -> {
            found.put(text(result, name), Objects.requireNonNull(row.mapRow(result, 0)));
        });
        return found;
    }

    private static OfQueue queue(ResultSet row, int n) throws SQLException {
        return new OfQueue(
                row.getInt("waiting"),
                instantOrNull(row, "since"),
                row.getInt("in_progress"),
                row.getInt("waiting_at_risk"),
                row.getInt("owned_at_risk"),
                row.getInt("measured"),
                row.getInt("late"));
    }

    private static OfAgent agent(ResultSet row, int n) throws SQLException {
        return new OfAgent(
                row.getInt("open"),
                row.getInt("asking"),
                instantOrNull(row, "silent_since"),
                row.getInt("answered"),
                took(row, "p50"),
                took(row, "p90"),
                row.getInt("given"));
    }

    private static @Nullable Duration took(ResultSet row, String column) throws SQLException {
        var seconds = row.getObject(column, Double.class);
        return seconds == null ? null : Duration.ofSeconds(Math.round(seconds));
    }

    /** What is counted, as a condition on {@code conversation c}. */
    private record Asked(String condition, Map<String, Object> parameters) {

        static Asked of(Scope scope, Company company, Viewer viewer) {
            var sight = Sight.of(viewer, company);
            var parameters = new HashMap<>(sight.parameters());
            var condition = sight.condition();
            if (scope.number() != null) {
                var number = Optional.ofNullable(company.numbers().get(scope.number()))
                        .map(Number::id);
                parameters.put("number", number.orElse(scope.number()));
                condition += " AND c.number = :number";
            }
            if (scope.team() != null) {
                parameters.put("served", company.queuesOf(Set.of(scope.team())).toArray(String[]::new));
                condition += " AND c.queue = ANY(:served)";
            }
            return new Asked(condition, parameters);
        }

        JdbcClient.StatementSpec of(JdbcClient database, String sql) {
            return database.sql(sql.replace("{counted}", condition)).params(parameters);
        }
    }
}
