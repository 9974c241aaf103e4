package dev.rota.report;

import dev.rota.desk.Company;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ownership, counted where the queue was when the assignment began. */
final class OwnershipQuery implements Ownership {

    private static final String COUNT =
            """
            owned AS (
                SELECT a.agent, a.conversation, h.queue, a.from_at, least(coalesce(a.to_at, :now), :to) AS until
                FROM concerned c JOIN assignment a ON a.conversation = c.id
                JOIN change h ON h.conversation = a.conversation AND h.epoch = a.epoch
                WHERE a.from_at < :to AND (a.to_at IS NULL OR a.to_at > :from)
            )
            SELECT agent, count(*) FILTER (WHERE from_at >= :from) AS assigned, count(DISTINCT conversation) AS conversations,
                sum(extract(epoch FROM until - greatest(from_at, :from))) AS seconds
            FROM owned WHERE {then} AND (CAST(:agent AS text) IS NULL OR agent = :agent) GROUP BY agent
            """;

    private final JdbcClient database;
    private final Supplier<Company> company;
    private final Clock clock;

    OwnershipQuery(JdbcClient database, Supplier<Company> company, Clock clock) {
        this.database = database;
        this.company = company;
        this.clock = clock;
    }

    @Override
    public Map<String, Owned> of(Asked asked, Viewer viewer) {
        var found = new HashMap<String, Owned>();
        Scope.of(asked, viewer, company.get())
                .of(database, COUNT)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    var time = Duration.ofSeconds(Math.round(row.getDouble("seconds")));
                    found.put(
                            Scope.text(row, "agent"),
                            new Owned(row.getInt("assigned"), row.getInt("conversations"), time));
                });
        return found;
    }
}
