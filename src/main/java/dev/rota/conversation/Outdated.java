package dev.rota.conversation;

import dev.rota.inquiry.Inquiry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds, and holds, conversations that stand as other rules than those in force have left them. */
final class Outdated {

    private static final int BATCH = 100;

    private static final String WAITING =
            """
            SELECT c.id, c.epoch, c.number, c.queue, d.event, d.queue AS decided, d.inquiry
            FROM conversation c
            LEFT JOIN LATERAL (SELECT event, queue, inquiry FROM decision
                               WHERE conversation = c.id ORDER BY id DESC LIMIT 1) d ON true
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

    /** Some of those that wait and that other rules have decided. */
    List<Waiting> waiting(String rules) {
        return jdbc.sql(WAITING)
                .param("rules", rules)
                .param("batch", BATCH)
                .query((row, n) -> waiting(row))
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
     * Notes that these have been looked at by those rules, and how their queues let them age now.
     *
     * @param aging of a queue, in seconds for one step of priority
     */
    void looked(List<Waiting> waiting, String rules, ToIntFunction<String> aging) {
        if (!waiting.isEmpty()) {
            jdbc.sql(LOOKED)
                    .param("rules", rules)
                    .param("ids", Unnest.bigints(waiting, Waiting::id))
                    .param("agings", Unnest.integers(waiting, each -> aging.applyAsInt(each.queue())))
                    .update();
        }
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                row.getInt("epoch"),
                Columns.text(row, "number"),
                Columns.text(row, "queue"),
                row.getLong("event"),
                row.getString("decided"),
                row.getString("inquiry"));
    }

    /**
     * One that waits.
     *
     * @param event of the message that was decided last
     * @param decided the queue that was decided; null when no rules have run
     * @param json what was decided
     */
    record Waiting(
            long id,
            int epoch,
            String number,
            String queue,
            long event,
            @Nullable String decided,
            @Nullable String json) {

        /** Whether somebody has moved it since: what a person says holds for the rules as well. */
        boolean wasMoved() {
            return !queue.equals(decided);
        }

        /** What was decided, unless it has been erased. */
        Optional<Inquiry> inquiry() {
            return json == null || json.equals("{}") ? Optional.empty() : Optional.of(Json.read(json, Inquiry.class));
        }
    }

    /** One that somebody is responsible for. */
    record Owned(long id, int epoch, String queue, String owner) {}
}
