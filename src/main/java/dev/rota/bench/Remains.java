package dev.rota.bench;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the load before has left open. */
final class Remains {

    /** As if everybody had closed what they have but the newest. */
    private static final String CLOSE =
            """
            WITH kept AS MATERIALIZED (
                SELECT id FROM conversation WHERE status = 'in_progress' ORDER BY id DESC LIMIT :open
            ), closed AS (
                UPDATE conversation c
                SET status = 'closed', owner = NULL, waiting_since = NULL, waiting_reason = NULL, closed_at = now(), unanswered_since = NULL,
                    epoch = epoch + 1
                WHERE status <> 'closed' AND NOT EXISTS (SELECT FROM kept k WHERE k.id = c.id)
                RETURNING id, epoch, queue
            ), changes AS (
                INSERT INTO change (conversation, epoch, at, what, by, why, status, queue)
                SELECT id, epoch, now(), 'closed', 'rota', 'the bench needs room', 'closed', queue FROM closed
            )
            UPDATE assignment a SET to_at = now() FROM closed WHERE a.conversation = closed.id AND a.to_at IS NULL
            """;

    private static final String COUNT =
            """
            UPDATE agent_load l
            SET open = (SELECT count(*) FROM conversation WHERE status = 'in_progress' AND owner = l.agent)
            """;

    private final JdbcTemplate database;

    Remains(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * Closes all but so many.
     *
     * @return how many are open
     */
    int closeAllBut(int open) {
        var client = JdbcClient.create(database);
        client.sql(CLOSE).param("open", open).update();
        client.sql(COUNT).update();
        database.execute("VACUUM ANALYZE conversation");
        return client.sql("SELECT count(*) FROM conversation WHERE status = 'in_progress'")
                .query(Integer.class)
                .single();
    }
}
