package dev.rota.bench;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts tickets into the outbox, each of a conversation of its own: copies of one of those that came through the door. */
final class Duties {

    private static final String STORE =
            """
            WITH model AS MATERIALIZED (
                SELECT convert_from(d.body, 'UTF8')::jsonb AS body, c.number, c.queue, c.request_type, c.priority
                FROM delivery d JOIN conversation c ON c.id = d.conversation
                WHERE d.kind = 'ticket' AND d.downstream = 'helpdesk' ORDER BY d.id DESC LIMIT 1
            ), made AS MATERIALIZED (
                SELECT nextval('customer_id') AS customer, nextval('conversation_id') AS id
                FROM generate_series(1, :count)
            ), customers AS (
                INSERT INTO customer (id, name, created_at) SELECT customer, 'Told ' || customer, now() FROM made
            ), conversations AS (
                INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, epoch,
                    opened_at, closed_at, last_message_at)
                SELECT id, 'told-' || id, number, customer, 'closed', queue, request_type, priority, 1, now(), now(), now()
                FROM made CROSS JOIN model
            )
            INSERT INTO delivery (downstream, conversation, kind, reference, body, state, created_at, not_before)
            SELECT :downstream, id, 'ticket', 1,
                convert_to((body || jsonb_build_object('conversation', id::text, 'key', id || ':ticket:1'))::text, 'UTF8'),
                'due', now(), now() + interval '1 day'
            FROM made CROSS JOIN model
            """;

    private static final String DUE =
            "UPDATE delivery SET not_before = now() WHERE downstream = :downstream AND state = 'due'";

    private final JdbcClient database;

    Duties(JdbcTemplate database) {
        this.database = JdbcClient.create(database);
    }

    /** Stores so many that are not due before a day has passed. */
    void store(String downstream, int count) {
        database.sql(STORE)
                .param("downstream", downstream)
                .param("count", count)
                .update();
    }

    /** Makes all of them due. */
    void due(String downstream) {
        database.sql(DUE).param("downstream", downstream).update();
    }
}
