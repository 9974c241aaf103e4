package dev.rota.conversation;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says why conversations wait: one reason for a whole queue, which is written once however many wait there, and one of
 * its own for what waits for somebody in particular.
 */
final class WaitingReasons {

    private static final String OF_QUEUE =
            """
            INSERT INTO queue_reason (queue, reason)
            SELECT n.queue, n.reason FROM unnest(:queues, :reasons) AS n (queue, reason)
            WHERE NOT EXISTS (SELECT FROM queue_reason q WHERE q.queue = n.queue AND q.reason = n.reason)
            ON CONFLICT (queue) DO UPDATE SET reason = excluded.reason
            """;

    private static final String OF_ONE =
            """
            UPDATE conversation c SET waiting_reason = n.reason
            FROM unnest(:ids, :reasons) AS n (id, reason)
            WHERE c.id = n.id AND c.id IN (SELECT id FROM conversation
                                           WHERE id = ANY(:ids) AND status = 'waiting' FOR UPDATE SKIP LOCKED)
            """;

    private static final String FORGET =
            """
            UPDATE conversation SET waiting_reason = NULL
            WHERE id IN (SELECT id FROM conversation
                         WHERE status = 'waiting' AND queue = :queue AND waiting_reason IS NOT NULL
                         FOR UPDATE SKIP LOCKED)
            """;

    private final JdbcClient jdbc;

    WaitingReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ofQueues(Map<String, String> reasons) {
        var rows = List.copyOf(reasons.entrySet());
        if (!rows.isEmpty()) {
            jdbc.sql(OF_QUEUE)
                    .param("queues", Unnest.texts(rows, Map.Entry::getKey))
                    .param("reasons", Unnest.texts(rows, Map.Entry::getValue))
                    .update();
        }
    }

    void ofConversations(Map<Long, String> reasons) {
        var rows = List.copyOf(reasons.entrySet());
        if (!rows.isEmpty()) {
            jdbc.sql(OF_ONE)
                    .param("ids", Unnest.bigints(rows, Map.Entry::getKey))
                    .param("reasons", Unnest.texts(rows, Map.Entry::getValue))
                    .update();
        }
    }

    /** From now on the queue's reason is that of all in it. */
    void forget(String queue) {
        jdbc.sql(FORGET).param("queue", queue).update();
    }
}
