package dev.rota.conversation;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets one transaction at a time hand out what waits in a queue, by whatever engine. */
final class QueueLocks {

    private static final String HOLD =
            """
            SELECT pg_advisory_xact_lock(hashtextextended('queue ' || name, 0))
            FROM (SELECT DISTINCT name FROM unnest(:names) AS name ORDER BY name) AS in_order
            """;

    private final JdbcClient jdbc;

    QueueLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds queues until the transaction ends, in the order of their names so that no two wait for each other. */
    void hold(Collection<String> queues) {
        if (!queues.isEmpty()) {
            jdbc.sql(HOLD)
                    .param("names", Unnest.texts(List.copyOf(queues), name -> name))
                    .query((row, n) -> n)
                    .list();
        }
    }
}
