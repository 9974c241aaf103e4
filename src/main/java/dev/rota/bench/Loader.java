package dev.rota.bench;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores a past of many events, as a company has it that keeps its journal for a month: all of them handled. */
final class Loader {

    private static final int DAYS = 30;

    /** How long statuses are kept whose messages never became known: there are as many. */
    private static final int DAYS_OF_PROGRESS = 7;

    private static final int STATUSES_TO_A_MESSAGE = 3;
    private static final int MESSAGES_OF_A_CONVERSATION = 8;
    private static final int CHUNK = 500_000;

    private static final List<String> TABLES = List.of(
            "event_key", "journal", "message_progress", "customer", "customer_identity", "conversation", "message");

    /** Numbers, and when each was: evenly over those days, up to now. */
    private static final String PAST =
            """
            (SELECT n, now() - interval '1 day' * :days * (1 - n::float8 / :all) AS at
             FROM generate_series(:first, :last) n) past
            """;

    /** As the door makes them: four bytes of Meta's time, twelve of a hash. */
    private static final String KEY = "(to_hex(extract(epoch FROM at)::bigint) || left(md5('past ' || n), 24))::uuid";

    private static final String PARTITIONS = "SELECT true FROM journal_create_partitions(current_date - :days, :days)";

    private static final String KEYS = "INSERT INTO event_key SELECT " + KEY + " AS key FROM " + PAST + " ORDER BY key";

    private static final String JOURNAL =
            """
            INSERT INTO journal (id, key, kind, lane, number, received_at, body)
            SELECT nextval('journal_id'), %s, 'status', n %% 64, '106540352242922', at,
                convert_to(repeat(md5(n::text), 18), 'UTF8')
            FROM %s
            """
                    .formatted(KEY, PAST);

    private static final String NEWS_OF_MESSAGES =
            """
            INSERT INTO message_progress (wamid, status, rank, at)
            SELECT 'wamid.' || md5(n::text) || md5('past ' || n), 'read', 4, at FROM
            """
                    + PAST;

    private static final String CUSTOMERS =
            """
            WITH made AS (
                INSERT INTO customer (id, name, created_at) SELECT -n, 'Past ' || n, at FROM %s RETURNING id
            )
            INSERT INTO customer_identity (kind, value, customer) SELECT 'WA_ID', '5500' || -id, id FROM made
            """
                    .formatted(PAST);

    private static final String CONVERSATIONS =
            """
            INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, epoch,
                                      opened_at, last_message_at, last_customer_at, closed_at)
            SELECT -n, 'past-' || n, '106540352242922', -n, 'closed', 'support', 'support', 1, 1, at, at, at, at FROM
            """
                    + PAST;

    private static final String MESSAGES =
            """
            INSERT INTO message (conversation, event, wamid, direction, type, text, at)
            SELECT -1 - (n / %d), -n, 'wamid.pastin' || md5(n::text), 'in', 'text', 'caiu minha fibra de novo ' || n, at
            FROM %s
            """
                    .formatted(MESSAGES_OF_A_CONVERSATION, PAST);

    private final JdbcTemplate database;

    Loader(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * Stores so many events and what had come of them: of four, one message and three statuses.
     *
     * @return how many are stored
     */
    long load(int events) {
        var messages = events / (STATUSES_TO_A_MESSAGE + 1);
        var statuses = events - messages;
        var conversations = messages / MESSAGES_OF_A_CONVERSATION + 1;
        JdbcClient.create(database)
                .sql(PARTITIONS)
                .param("days", DAYS)
                .query(Boolean.class)
                .single();
        inChunks(KEYS, events, DAYS);
        inChunks(JOURNAL, events, DAYS);
        inChunks(NEWS_OF_MESSAGES, (int) ((long) statuses * DAYS_OF_PROGRESS / DAYS), DAYS_OF_PROGRESS);
        inChunks(CUSTOMERS, conversations, DAYS);
        inChunks(CONVERSATIONS, conversations, DAYS);
        inChunks(MESSAGES, messages, DAYS);
        for (var table : TABLES) {
            database.execute("VACUUM ANALYZE " + table);
        }
        database.execute("CHECKPOINT"); // what is written out after a month's load in minutes is not what is measured
        return events;
    }

    private void inChunks(String insert, int count, int days) {
        for (int first = 1; first <= count; first += CHUNK) {
            JdbcClient.create(database)
                    .sql(insert)
                    .param("first", first)
                    .param("last", Math.min(count, first + CHUNK - 1))
                    .param("all", count)
                    .param("days", days)
                    .update();
        }
    }
}
