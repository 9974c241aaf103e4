package dev.rota.bench;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores a past of many events, as a company has it after some months: all of them handled. */
final class Loader {

    private static final int STATUSES_TO_A_MESSAGE = 3;
    private static final int MESSAGES_OF_A_CONVERSATION = 8;
    private static final int CHUNK = 500_000;

    /** In the order of the keys, so that the index is written from left to right. */
    private static final String KEYS =
            "INSERT INTO event_key SELECT md5('past ' || n)::uuid AS key FROM generate_series(?, ?) n ORDER BY key";

    private static final String JOURNAL =
            """
            INSERT INTO journal (id, key, kind, lane, number, received_at, body)
            SELECT nextval('journal_id'), md5('past ' || n)::uuid, 'status', n % 64, '106540352242922',
                now() - interval '1 day' * (n % 7), convert_to(repeat(md5(n::text), 18), 'UTF8')
            FROM generate_series(?, ?) n
            """;

    private static final String NEWS_OF_MESSAGES =
            """
            INSERT INTO message_progress (wamid, status, rank, at)
            SELECT 'wamid.past' || md5(n::text), 'read', 4, now() - interval '2 days' FROM generate_series(?, ?) n
            """;

    private static final String CUSTOMERS =
            """
            WITH made AS (
                INSERT INTO customer (id, name, created_at)
                SELECT -n, 'Past ' || n, now() - interval '90 days' FROM generate_series(?, ?) n RETURNING id
            )
            INSERT INTO customer_identity (kind, value, customer) SELECT 'WA_ID', '5500' || -id, id FROM made
            """;

    private static final String CONVERSATIONS =
            """
            INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, epoch,
                                      opened_at, last_message_at, last_customer_at, closed_at)
            SELECT -n, 'past-' || n, '106540352242922', -n, 'closed', 'support', 'support', 1, 1,
                   at, at, at, at
            FROM (SELECT n, now() - interval '2 days' - interval '1 second' * n AS at FROM generate_series(?, ?) n) past
            """;

    private static final String MESSAGES =
            """
            INSERT INTO message (conversation, event, wamid, direction, type, text, at)
            SELECT -1 - (n / %d), -n, 'wamid.pastin' || md5(n::text), 'in', 'text', 'caiu minha fibra de novo ' || n,
                   now() - interval '2 days' - interval '1 second' * n
            FROM generate_series(?, ?) n
            """
                    .formatted(MESSAGES_OF_A_CONVERSATION);

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
        var conversations = messages / MESSAGES_OF_A_CONVERSATION + 1;
        database.update(KEYS, 1, events);
        inChunks(JOURNAL, events);
        inChunks(NEWS_OF_MESSAGES, events - messages);
        inChunks(CUSTOMERS, conversations);
        inChunks(CONVERSATIONS, conversations);
        inChunks(MESSAGES, messages);
        for (var table : List.of("event_key", "journal", "message_progress", "customer", "conversation", "message")) {
            database.execute("VACUUM ANALYZE " + table);
        }
        return events;
    }

    private void inChunks(String insert, int count) {
        for (int first = 1; first <= count; first += CHUNK) {
            database.update(insert, first, Math.min(count, first + CHUNK - 1));
        }
    }
}
