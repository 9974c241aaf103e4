package dev.rota.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Stores what customers would have said over years, and waits until the engine has taken in its words. */
final class Chatter {

    /** Above the ids that an engine gives in any run. */
    private static final long FIRST_ID = 1_000_000_000_000L;

    static final int MESSAGES_OF_A_CONVERSATION = 8;
    private static final int CHAPTERS_OF_A_CUSTOMER = 4;
    private static final int CHUNK = 10_000;
    private static final long BETWEEN_LOOKS = Duration.ofMillis(200).toNanos();

    private static final String CUSTOMERS =
            """
            WITH made AS (
                INSERT INTO customer (id, name, created_at)
                SELECT :base + n, 'Said ' || n, now() FROM generate_series(:first::bigint, :last::bigint) n RETURNING id
            )
            INSERT INTO customer_identity (kind, value, customer) SELECT 'WA_ID', '55' || id, id FROM made
            """;

    private static final String CONVERSATIONS =
            """
            INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, epoch,
                                      opened_at, last_message_at, last_customer_at, closed_at)
            SELECT :base + n, 'said-' || n, '106540352242922', :base + n / :chapters, 'closed', 'support', 'support', 1, 1,
                   now(), now(), now(), now()
            FROM generate_series(:first::bigint, :last::bigint) n
            """;

    private static final String MESSAGES =
            """
            INSERT INTO message (conversation, direction, type, text, at)
            SELECT :base + (:first + place) / :size, 'in', 'text', text, now()
            FROM unnest(:texts) WITH ORDINALITY AS said (text, place)
            """;

    private final JdbcTemplate template;
    private final JdbcClient database;

    Chatter(JdbcTemplate template) {
        this.template = template;
        this.database = JdbcClient.create(template);
    }

    /** Stores so many messages: eight to a conversation, four conversations to a customer. */
    void store(int messages, Speech speech) {
        var conversations = messages / MESSAGES_OF_A_CONVERSATION + 1L;
        inChunks(CUSTOMERS, conversations / CHAPTERS_OF_A_CUSTOMER);
        inChunks(CONVERSATIONS, conversations);
        for (long first = 0; first < messages; first += CHUNK) {
            var texts = LongStream.range(first, Math.min(messages, first + CHUNK))
                    .mapToObj(speech::text)
                    .toArray();
            database.sql(MESSAGES)
                    .param("base", FIRST_ID)
                    .param("first", first - 1)
                    .param("size", MESSAGES_OF_A_CONVERSATION)
                    .param("texts", new SqlArrayValue("text", texts))
                    .update();
        }
    }

    /** Waits until all words are taken in; returns the seconds that it took. */
    double awaitTakenIn() {
        var start = System.nanoTime();
        while (database.sql("SELECT EXISTS (SELECT FROM message_words_due)")
                .query(Boolean.class)
                .single()) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** As autovacuum would have left the tables. */
    void settle() {
        for (var table : new String[] {"customer", "customer_identity", "conversation", "message", "message_words"}) {
            template.execute("VACUUM ANALYZE " + table);
        }
    }

    /** The id of one of the customers. */
    static long customer(int messages, int place) {
        var customers = messages / MESSAGES_OF_A_CONVERSATION / CHAPTERS_OF_A_CUSTOMER;
        return FIRST_ID + Math.floorMod(place * 7_919L, Math.max(1, customers));
    }

    private void inChunks(String insert, long last) {
        for (long first = 0; first <= last; first += CHUNK) {
            var statement = database.sql(insert)
                    .param("base", FIRST_ID)
                    .param("first", first)
                    .param("last", Math.min(last, first + CHUNK - 1));
            (insert.equals(CONVERSATIONS) ? statement.param("chapters", CHAPTERS_OF_A_CUSTOMER) : statement).update();
        }
    }
}
