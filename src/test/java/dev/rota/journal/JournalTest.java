package dev.rota.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JournalTest {

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TestEngine engine = TestEngine.storing("a", database);

    @AfterEach
    void close() {
        engine.close();
        database.close();
    }

    @Test
    void fifty_appends_of_the_same_event_at_once_are_all_acknowledged_and_stored_once() {
        var event = Events.in(3);

        var answers = IntStream.range(0, 50)
                .parallel()
                .mapToObj(n -> engine.later(event))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(answers).join();
        assertThat(bodies()).containsExactly(Events.text(event));
        assertThat(engine.figures().numbers())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("oldestPendingSeconds", "lastAt")
                .containsExactly(new LedgerFigures.OfNumber("number-1", 1, 49, 0, 0, 1, 0, null));
        assertThat(engine.figures().numbers().get(0).lastAt()).isAfterOrEqualTo(event.receivedAt());
    }

    @Test
    void events_of_one_group_are_numbered_in_the_order_they_came() {
        var answers = new ArrayList<CompletableFuture<Void>>();
        var events = IntStream.range(0, 3000).mapToObj(n -> Events.in(n % 64)).toList();

        events.forEach(event -> answers.add(engine.later(event)));

        answers.forEach(CompletableFuture::join);
        assertThat(bodies())
                .containsExactlyElementsOf(events.stream().map(Events::text).toList());
    }

    @Test
    void a_body_is_kept_byte_for_byte() {
        var event =
                new Event(0, Events.in(0).key(), "message", 0, "n", Events.in(0).receivedAt(), new byte[] {0, -1, 34});

        engine.append(event);

        assertThat(jdbc.sql("SELECT body FROM journal").query(byte[].class).single())
                .isEqualTo(event.body());
    }

    @Test
    void an_event_that_the_database_refuses_does_not_fail_its_neighbours() {
        var good = Events.in(1);
        var last = Events.in(2);
        var bad = new Event(0, Events.in(0).key(), "message", 0, "\u0000", good.receivedAt(), good.body());

        var answer = engine.later(good, bad, last);

        assertThatThrownBy(answer::join).hasRootCauseInstanceOf(java.sql.SQLException.class);
        assertThat(bodies()).containsExactly(Events.text(good), Events.text(last));
    }

    @Test
    void when_its_connection_dies_it_opens_another_by_itself() {
        engine.append(Events.in(1));

        jdbc.sql(
                        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND query LIKE '%event_key%' AND pid <> pg_backend_pid()")
                .query(Integer.class)
                .single();

        Awaitility.await().ignoreExceptions().untilAsserted(() -> engine.append(Events.in(1)));
    }

    @Test
    void while_the_database_stands_still_senders_are_told_within_two_seconds_and_afterwards_it_goes_on()
            throws Exception {
        var before = System.nanoTime();
        try (var lock = database.getConnection();
                var statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("LOCK TABLE event_key IN ACCESS EXCLUSIVE MODE");

            var answers = List.of(engine.later(Events.in(1)), engine.later(Events.in(2)));

            answers.forEach(answer -> assertThatThrownBy(answer::join).hasCauseInstanceOf(JournalException.class));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(2300));
        }
        Awaitility.await().ignoreExceptions().untilAsserted(() -> engine.append(Events.in(1)));
    }

    @Test
    void an_engine_that_was_declared_gone_stores_nothing_before_it_has_come_back() {
        jdbc.sql("UPDATE engine SET gone_at = now()").update();

        assertThatThrownBy(() -> engine.append(Events.in(1))).hasCauseInstanceOf(JournalException.class);
        assertThat(bodies()).isEmpty();
        Awaitility.await().ignoreExceptions().untilAsserted(() -> engine.append(Events.in(1)));
    }

    @Test
    void the_week_to_come_has_its_partitions_and_events_go_there() {
        engine.append(Events.in(1));

        assertThat(jdbc.sql("SELECT count(*) FROM pg_inherits WHERE inhparent = 'journal'::regclass")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
        assertThat(jdbc.sql("SELECT count(*) FROM journal_default")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> bodies() {
        return jdbc.sql("SELECT convert_from(body, 'UTF8') FROM journal ORDER BY id")
                .query(String.class)
                .list();
    }
}
