package dev.rota.conversation;

import dev.rota.desk.Gathering;
import dev.rota.desk.Tempo;
import dev.rota.desk.WorkThreads;
import dev.rota.search.Indexed;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes what was said findable by its words, after its commit: whoever writes a message waits for no index. Of several
 * engines one is at it, so that what a message has lost is never read after what it said.
 */
final class MessageWords {

    private static final Logger log = LoggerFactory.getLogger(MessageWords.class);

    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final int ROWS = 1_000;

    /** The lock that whoever does it has; of the engines that try at once only one goes on. */
    private static final String ALONE = "SELECT pg_try_advisory_xact_lock(7683, 3)";

    /** The same lock for who takes words away, and waits for it. */
    private static final String STAND_ASIDE = "SELECT true FROM pg_advisory_xact_lock(7683, 3)";

    private static final String TAKE =
            """
            WITH taken AS (
                DELETE FROM message_words_due
                WHERE ctid = ANY (ARRAY (SELECT ctid FROM message_words_due LIMIT :rows))
                RETURNING message
            )
            SELECT due.message, m.conversation, m.text
            FROM (SELECT DISTINCT message FROM taken) due LEFT JOIN message m ON m.id = due.message
            """;

    private static final String KEEP =
            """
            INSERT INTO message_words (message, conversation, words)
            SELECT * FROM unnest(:messages, :conversations, :words)
            ON CONFLICT (message) DO UPDATE SET words = excluded.words
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Tempo tempo;

    private @Nullable ScheduledExecutorService beats;

    MessageWords(JdbcClient jdbc, TransactionTemplate transaction, Gathering gathering) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tempo = new Tempo(gathering);
    }

    /** Lets nobody take words in until the transaction ends; what is being taken in at this moment is waited for. */
    static void standAside(JdbcClient jdbc) {
        jdbc.sql(STAND_ASIDE).query(Boolean.class).single();
    }

    void start() {
        beats = Executors.newSingleThreadScheduledExecutor(WorkThreads.named("rota-words"));
        var unused = beats.scheduleWithFixedDelay(
                this::runOrTryLater, BETWEEN.toMillis(), BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        if (beats != null) {
            beats.shutdownNow();
        }
    }

    private void runOrTryLater() {
        try {
            run();
        } catch (RuntimeException e) {
            log.warn(
                    "search: new words can't be taken in ({}), trying again",
                    e.getClass().getSimpleName());
        }
    }

    /** Takes in all that is due at this moment, in small commits; nothing while another engine does it. */
    void run() {
        while (!Thread.currentThread().isInterrupted() && takeSome() == ROWS) {
            tempo.await(() -> 0);
        }
    }

    private int takeSome() {
        var taken = transaction.execute(status -> alone() ? take() : 0);
        return taken == null ? 0 : taken;
    }

    /** In a statement of its own: the next one sees all that was committed before the lock was free. */
    private boolean alone() {
        return jdbc.sql(ALONE).query(Boolean.class).single();
    }

    private int take() {
        var due = jdbc.sql(TAKE)
                .param("rows", ROWS)
                .query((row, n) -> new Due(
                        row.getLong("message"),
                        row.getObject("conversation", Long.class),
                        Indexed.words(row.getString("text") == null ? "" : row.getString("text"))))
                .list();
        keep(due.stream()
                .filter(Due::isFindable)
                .sorted(Comparator.comparingLong(Due::message))
                .toList());
        forget(due.stream().filter(one -> !one.isFindable()).toList());
        return due.size();
    }

    private void keep(List<Due> findable) {
        if (!findable.isEmpty()) {
            jdbc.sql(KEEP)
                    .param("messages", Unnest.bigints(findable, Due::message))
                    .param("conversations", Unnest.bigints(findable, Due::conversation))
                    .param("words", Unnest.texts(findable, Due::words))
                    .update();
        }
    }

    private void forget(List<Due> wordless) {
        if (!wordless.isEmpty()) {
            jdbc.sql("DELETE FROM message_words WHERE message = ANY (:messages)")
                    .param("messages", Unnest.bigints(wordless, Due::message))
                    .update();
        }
    }

    /**
     * A message whose words are to be looked at.
     *
     * @param conversation null when the message is gone
     */
    private record Due(long message, @Nullable Long conversation, String words) {

        boolean isFindable() {
            return conversation != null && !words.isEmpty();
        }

        @Override
        public String toString() {
            return "Due[" + message + "]";
        }
    }
}
