package dev.rota.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The conversations of the bench's own queue, whose people have places for so many and no more. */
final class Crowd {

    /** Each is a copy of one that came through the door, with what was said and decided; only its queue is another. */
    private static final String JOIN =
            """
            WITH model AS MATERIALIZED (
                SELECT c.number, c.request_type, c.priority, c.rules, d.event, d.skill, d.queue, d.route_set, d.because,
                       d.inquiry, m.type, m.text
                FROM decision d JOIN conversation c ON c.id = d.conversation JOIN message m ON m.conversation = c.id
                WHERE m.direction = 'in' AND c.queue <> :queue
                ORDER BY d.id DESC LIMIT 1
            ), made AS MATERIALIZED (
                SELECT nextval('customer_id') AS customer, nextval('conversation_id') AS id
                FROM generate_series(1, :count)
            ), customers AS (
                INSERT INTO customer (id, name, created_at) SELECT customer, 'Waiting ' || customer, now() FROM made
            ), identities AS (
                INSERT INTO customer_identity (kind, value, customer) SELECT 'WA_ID', '5500' || customer, customer FROM made
            ), conversations AS (
                INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, epoch,
                    rules, opened_at, waiting_since, last_message_at, last_customer_at, unanswered_since, reply_kind,
                    reply_to, reply_at)
                SELECT id, 'waiting-' || id, number, customer, 'waiting', :queue, request_type, priority, 1,
                    rules, now(), now(), now(), now(), now(), 'WA_ID', '5500' || customer, now()
                FROM made CROSS JOIN model
            ), changes AS (
                INSERT INTO change (conversation, epoch, at, what, by, why, status, queue)
                SELECT id, 1, now(), 'opened', 'rota', 'the bench lets it wait', 'waiting', :queue FROM made
            ), messages AS (
                INSERT INTO message (conversation, wamid, direction, type, text, at)
                SELECT id, 'wamid.waiting' || id, 'in', type, text, now() FROM made CROSS JOIN model
            )
            INSERT INTO decision (conversation, event, at, request_type, queue, priority, skill, route_set, because, inquiry)
            SELECT id, event, now(), request_type, queue, priority, skill, route_set, because, inquiry
            FROM made CROSS JOIN model
            """;

    private static final String HEAD =
            "SELECT id FROM conversation WHERE status = 'waiting' AND queue = :queue ORDER BY place, id LIMIT 1";

    private static final String OWNED =
            "SELECT id, epoch FROM conversation WHERE status = 'in_progress' AND queue = :queue ORDER BY id LIMIT 1";

    private static final String OWNED_BY_CREW =
            "SELECT count(*) FROM conversation WHERE status = 'in_progress' AND queue = :queue AND owner LIKE :crew || '-%'";

    private static final String QUEUE = "floor";
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

    private final JdbcClient database;

    Crowd(JdbcTemplate database) {
        this.database = JdbcClient.create(database);
    }

    /** Somebody's conversation, at its epoch. */
    record Owned(long id, int epoch) {}

    /** Lets so many more wait. */
    void join(int count) {
        database.sql(JOIN).param("count", count).param("queue", QUEUE).update();
    }

    /** Whatever has waited longest. */
    long head() {
        return database.sql(HEAD).param("queue", QUEUE).query(Long.class).single();
    }

    /** One that somebody is responsible for. */
    Owned owned() {
        return database.sql(OWNED)
                .param("queue", QUEUE)
                .query((row, n) -> new Owned(row.getLong("id"), row.getInt("epoch")))
                .single();
    }

    /** How many belong to the people of a shift, whose names begin with its name. */
    int ownedBy(String shift) {
        return database.sql(OWNED_BY_CREW)
                .param("queue", QUEUE)
                .param("crew", shift)
                .query(Integer.class)
                .single();
    }

    /** Waits until somebody is responsible for a conversation; false when nobody is after so long. */
    boolean awaitOwner(long conversation, Duration patience) {
        return await(
                () -> database.sql("SELECT owner IS NOT NULL FROM conversation WHERE id = :id")
                        .param("id", conversation)
                        .query(Boolean.class)
                        .single(),
                patience);
    }

    /** Waits until nothing waits; false when something does after so long. */
    boolean awaitAllOwned(Duration patience) {
        return await(
                () -> database.sql("SELECT NOT EXISTS (" + HEAD + ")")
                        .param("queue", QUEUE)
                        .query(Boolean.class)
                        .single(),
                patience);
    }

    private static boolean await(BooleanSupplier condition, Duration patience) {
        var start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > patience.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return true;
    }
}
