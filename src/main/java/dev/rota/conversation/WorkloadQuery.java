package dev.rota.conversation;

import static dev.rota.conversation.Columns.instantOrNull;
import static dev.rota.conversation.Columns.text;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workload, read from the ledger. */
final class WorkloadQuery implements Workload {

    private static final String OPEN =
            "SELECT owner, count(*) AS open FROM conversation WHERE status = 'in_progress' GROUP BY owner";

    private static final String BACKLOG =
            """
            SELECT queue, count(*) FILTER (WHERE status = 'waiting') AS waiting,
                count(*) FILTER (WHERE status = 'in_progress') AS in_progress, min(waiting_since) AS oldest
            FROM conversation WHERE status <> 'closed' GROUP BY queue
            """;

    private final JdbcClient database;

    WorkloadQuery(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<String, Integer> openByAgent() {
        return database.sql(OPEN).query((row, number) -> Map.entry(text(row, "owner"), row.getInt("open"))).stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<String, Backlog> backlogByQueue() {
        return database
                .sql(BACKLOG)
                .query((row, number) -> Map.entry(
                        text(row, "queue"),
                        new Backlog(row.getInt("waiting"), row.getInt("in_progress"), instantOrNull(row, "oldest"))))
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
