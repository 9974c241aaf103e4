package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.database.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FeedTest {

    private static final DataSource DATABASE = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final Feed feed = new Feed(jdbc);

    @BeforeEach
    void empty() {
        jdbc.sql("TRUNCATE feed, change, conversation, customer CASCADE").update();
    }

    @Test
    void what_is_committed_late_is_not_skipped() throws SQLException {
        var reader = new Reader(feed.head());
        try (var slow = DATABASE.getConnection();
                var statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            add(statement, 1);
            add(2);
            reader.read();
            slow.commit();
        }
        reader.read();

        assertThat(reader.seen).containsExactly(1L, 2L);
        assertThat(reader.naivelySeen)
                .as("a reader of what is greater skips it")
                .containsExactly(2L);
    }

    @Test
    void nobody_waits_for_who_writes_into_another_database_of_the_server() throws SQLException {
        var reader = new Reader(feed.head());
        try (var other = TestDatabase.fresh();
                var slow = other.getConnection();
                var statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            add(statement, 7);
            add(1);
            reader.read();
            assertThat(feed.resumes(reader.position)).isTrue();
            slow.rollback();
        }

        assertThat(reader.seen).containsExactly(1L);
    }

    @Test
    void everything_is_read_once_page_by_page() {
        var reader = new Reader(feed.head());
        for (var conversation = 1L; conversation <= 5; conversation++) {
            add(conversation);
        }

        var first = feed.after(reader.position, 3);
        var second = feed.after(first.get(2).at(), 3);

        assertThat(first).extracting(News::conversation).containsExactly(1L, 2L, 3L);
        assertThat(second).extracting(News::conversation).containsExactly(4L, 5L);
    }

    @Test
    void news_names_where_the_conversation_is_and_was_lately() {
        var start = feed.head();
        var id = conversation();
        changed(id, 1, "support", null);
        changed(id, 2, "support", "ana");
        changed(id, 3, "sales", null);
        add(id);

        assertThat(feed.after(start, 10)).singleElement().satisfies(news -> {
            assertThat(news.queues()).isEqualTo(Set.of("support", "sales"));
            assertThat(news.owners()).isEqualTo(Set.of("ana"));
        });
    }

    @Test
    void reading_resumes_where_nothing_has_been_forgotten() {
        add(1);
        add(2);
        var all = feed.after(new Position(0, 0), 10);

        assertThat(feed.resumes(all.get(0).at())).isTrue();
        assertThat(feed.resumes(feed.head())).isTrue();
        assertThat(feed.resumes(new Position(0, 0)))
                .as("before all that is kept")
                .isFalse();
        assertThat(feed.resumes(new Position(1L << 40, 0)))
                .as("of another database")
                .isFalse();
    }

    @Test
    void who_is_too_far_behind_does_not_resume() {
        add(1);
        var first = feed.after(new Position(0, 0), 1).get(0).at();
        jdbc.sql("INSERT INTO feed (conversation) SELECT n FROM generate_series(1, :n) n")
                .param("n", Feed.MOST_BEHIND)
                .update();
        assertThat(feed.resumes(first)).isTrue();

        add(2);

        assertThat(feed.resumes(first)).isFalse();
    }

    @Test
    void what_is_old_is_forgotten_from_the_beginning() {
        old(1);
        old(2);
        add(3);
        old(4);
        var all = feed.after(new Position(0, 0), 10);

        assertThat(feed.forget(Duration.ofHours(1))).isEqualTo(2);

        assertThat(feed.after(new Position(0, 0), 10))
                .extracting(News::conversation)
                .containsExactly(3L, 4L);
        assertThat(feed.resumes(all.get(0).at())).isFalse();
        assertThat(feed.resumes(all.get(2).at())).isTrue();
    }

    @Test
    void a_position_is_read_as_it_is_written() {
        assertThat(Position.of(new Position(731, 17).toString())).contains(new Position(731, 17));
        assertThat(List.of("", "731", "731-", "a-b", "1-2-3", "-1-2", "9".repeat(19) + "-1"))
                .allSatisfy(text -> assertThat(Position.of(text)).isEmpty());
    }

    private void add(long conversation) {
        jdbc.sql("INSERT INTO feed (conversation) VALUES (:id)")
                .param("id", conversation)
                .update();
    }

    private static void add(Statement statement, long conversation) throws SQLException {
        statement.execute("INSERT INTO feed (conversation) VALUES (" + conversation + ")");
    }

    private void old(long conversation) {
        jdbc.sql("INSERT INTO feed (conversation, at) VALUES (:id, now() - interval '61 minutes')")
                .param("id", conversation)
                .update();
    }

    private long conversation() {
        return jdbc.sql(
                        """
                        WITH someone AS (INSERT INTO customer (id, created_at) VALUES (1, now()) RETURNING id)
                        INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority,
                            epoch, opened_at, waiting_since, last_message_at)
                        SELECT 1, '20261124-000001', 'vendas', id, 'waiting', 'sales', 'sales', 1, 3, now(), now(), now()
                        FROM someone RETURNING id""")
                .query(Long.class)
                .single();
    }

    private void changed(long conversation, int epoch, String queue, @Nullable String owner) {
        jdbc.sql("INSERT INTO change (conversation, epoch, at, what, by, why, status, queue, owner)"
                        + " VALUES (:id, :epoch, now(), 'moved', 'rules', 'a rule', 'waiting', :queue, :owner)")
                .param("id", conversation)
                .param("epoch", epoch)
                .param("queue", queue)
                .param("owner", owner)
                .update();
    }

    /** Reads the feed, and beside it as one would who thinks that ids are committed in order. */
    private final class Reader {

        private final List<Long> seen = new ArrayList<>();
        private final List<Long> naivelySeen = new ArrayList<>();
        private Position position;
        private long last;

        Reader(Position start) {
            this.position = start;
        }

        void read() {
            for (var news : feed.after(position, 100)) {
                position = news.at();
                seen.add(news.conversation());
            }
            jdbc.sql("SELECT id, conversation FROM feed WHERE id > :last ORDER BY id")
                    .param("last", last)
                    .query((row, n) -> {
                        last = row.getLong("id");
                        return row.getLong("conversation");
                    })
                    .list()
                    .forEach(naivelySeen::add);
        }
    }
}
