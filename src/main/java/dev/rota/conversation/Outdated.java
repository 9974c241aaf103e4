package dev.rota.conversation;

import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds, and holds, conversations that stand as other rules than those in force have left them. */
final class Outdated {

    private static final int BATCH = 100;

    private static final String WAITING = Decidable.SELECT
            + """
            WHERE c.status = 'waiting' AND (c.rules < :rules OR c.rules > :rules)
            ORDER BY c.id
            LIMIT :batch
            FOR UPDATE OF c SKIP LOCKED
            """;

    /** Agents are few, so whoever of them has gone is found first; else each look would pass all conversations. */
    private static final String OWNED =
            """
            SELECT c.* FROM (SELECT agent FROM agent_load WHERE open > 0 AND NOT agent = ANY(:agents)) gone
            CROSS JOIN LATERAL (SELECT id, epoch, queue, owner FROM conversation
                                WHERE status = 'in_progress' AND owner = gone.agent
                                LIMIT :batch
                                FOR UPDATE SKIP LOCKED) c
            LIMIT :batch
            """;

    private static final String LOOKED =
            """
            UPDATE conversation c SET rules = :rules, aging = n.aging
            FROM unnest(:ids, :agings) AS n (id, aging)
            WHERE c.id = n.id
            """;

    private final JdbcClient jdbc;

    Outdated(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Some of those that wait and that were decided under another stamp. */
    List<Decidable> waiting(String stamp) {
        return jdbc.sql(WAITING)
                .param("rules", stamp)
                .param("batch", BATCH)
                .query(Decidable::of)
                .list();
    }

    /** Some of those whose owner is none of these agents. */
    List<Owned> ownedByOthers(Collection<String> agents) {
        return jdbc.sql(OWNED)
                .param("agents", Unnest.texts(List.copyOf(agents), name -> name))
                .param("batch", BATCH)
                .query((row, n) -> new Owned(
                        row.getLong("id"), row.getInt("epoch"), Columns.text(row, "queue"), Columns.text(row, "owner")))
                .list();
    }

    /**
     * Notes that these have been looked at under that stamp, and how their queues let them age now.
     *
     * @param aging of a queue, in seconds for one step of priority
     */
    void looked(List<Decidable> waiting, String stamp, ToIntFunction<String> aging) {
        if (!waiting.isEmpty()) {
            jdbc.sql(LOOKED)
                    .param("rules", stamp)
                    .param("ids", Unnest.bigints(waiting, Decidable::id))
                    .param("agings", Unnest.integers(waiting, each -> aging.applyAsInt(each.queue())))
                    .update();
        }
    }

    /** One that somebody is responsible for. */
    record Owned(long id, int epoch, String queue, String owner) {}
}
