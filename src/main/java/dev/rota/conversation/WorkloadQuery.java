package dev.rota.conversation;

import static dev.rota.conversation.Columns.instantOrNull;
import static dev.rota.conversation.Columns.text;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.rota.assignment.AgentNow;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workload, read from the ledger. */
final class WorkloadQuery implements Workload {

    private static final String NOW = "SELECT l.agent, " + Loads.COLUMNS + " FROM agent_load l";

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
    public Map<String, AgentNow> nowByAgent() {
        return database.sql(NOW).query((row, number) -> Map.entry(text(row, "agent"), Loads.of(row))).list().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<String, Backlog> backlogByQueue() {
        return database
                .sql(BACKLOG)
                .query((row, number) -> Map.entry(
                        text(row, "queue"),
                        new Backlog(row.getInt("waiting"), row.getInt("in_progress"), instantOrNull(row, "oldest"))))
                .list()
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
