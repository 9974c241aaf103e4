package dev.rota.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Event;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was parked is looked at, and put back into its lane. */
class ParkedTest {

    private static final Viewer ADMIN = new Viewer("admin", "Admin", Role.ADMIN, Set.of());

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Handled handled = new Handled();
    private final Set<String> poison = ConcurrentHashMap.newKeySet();
    private final TestEngine engine = TestEngine.handling("a", database, this::fail, handled);

    @AfterEach
    void close() {
        engine.close();
        database.close();
    }

    private void fail(Event event) {
        if (poison.contains(Events.text(event))) {
            throw new IllegalArgumentException("poison");
        }
    }

    private Event park(int lane, String text) {
        var event = Events.in(lane, text);
        poison.add(text);
        engine.append(event);
        awaitParked(1);
        return event;
    }

    private void awaitParked(int many) {
        await().atMost(java.time.Duration.ofSeconds(30))
                .until(() -> engine.figures().parked() == many);
    }

    private List<ParkedEvent> list() {
        return engine.parked().list(null, Long.MAX_VALUE, 100);
    }

    @Test
    void a_poison_event_is_parked_with_its_bytes_and_attempts_and_its_neighbours_are_handled() {
        poison.add("bad");
        engine.append(Events.in(1, "first"), Events.in(1, "bad"), Events.in(1, "last"));
        awaitParked(1);

        await().until(() -> handled.count() == 2);
        var entry = list().get(0);
        assertThat(entry.attempts()).isEqualTo(Attempts.MOST);
        assertThat(entry.bytes()).isEqualTo(3);
        assertThat(entry.reason()).startsWith("failed 5 times, last with IllegalArgumentException");
        assertThat(engine.parked().body(entry.id())).contains("bad");
    }

    @Test
    void a_replayed_event_is_handled_even_when_its_day_of_the_journal_is_gone() {
        park(1, "bad");
        poison.clear();
        jdbc.sql("TRUNCATE journal").update();
        var id = list().get(0).id();

        assertThat(engine.parked().replay(id, ADMIN)).isTrue();

        await().until(() -> handled.count() == 1);
        assertThat(handled.in(1)).containsExactly("bad");
        assertThat(list()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM parked").query(Integer.class).single())
                .isZero();
        var figures = engine.figures();
        assertThat(List.of(figures.received(), figures.handled(), figures.parked(), figures.pending()))
                .containsExactly(1L, 1L, 0L, 0L);
        assertThat(jdbc.sql("SELECT by FROM replay").query(String.class).single())
                .isEqualTo("admin");
    }

    @Test
    void an_event_that_came_again_while_it_was_parked_has_one_effect() {
        var event = park(1, "bad");
        engine.append(event);
        poison.clear();

        engine.parked().replay(list().get(0).id(), ADMIN);
        engine.append(event);

        await().until(() -> handled.count() == 1);
        assertThat(engine.figures().numbers().get(0).duplicate()).isEqualTo(2);
        assertThat(engine.figures().received()).isEqualTo(1);
    }

    @Test
    void poison_that_is_replayed_parks_again_and_its_attempts_count_on() {
        park(1, "bad");
        var id = list().get(0).id();

        engine.parked().replay(id, ADMIN);

        await().atMost(java.time.Duration.ofSeconds(30))
                .until(() -> list().stream().anyMatch(one -> one.attempts() == 2 * Attempts.MOST));
        assertThat(list()).hasSize(1);
        assertThat(engine.figures().parked()).isEqualTo(1);
        assertThat(engine.figures().numbers().get(0).balanced()).isTrue();
    }

    @Test
    void a_second_replay_while_the_first_is_being_tried_changes_nothing() {
        park(1, "bad");
        var id = list().get(0).id();
        var hold = new CountDownLatch(1);
        engine.close();
        try (var slow = TestEngine.handling("b", database, event -> awaitQuietly(hold), handled)) {
            assertThat(slow.parked().replay(id, ADMIN)).isTrue();

            assertThat(slow.parked().replay(id, ADMIN)).isFalse();
            assertThat(slow.parked().replayAll(null, ADMIN)).isZero();
            assertThat(slow.figures().pending()).isEqualTo(1);
            assertThat(slow.figures().parked()).isZero();
            assertThat(slow.parked().list(null, Long.MAX_VALUE, 10)).isEmpty();
            hold.countDown();
            await().until(() -> handled.count() == 1);
        }
    }

    @Test
    void all_of_a_number_are_replayed_at_once_and_the_ledger_balances_at_every_look() {
        var bad = IntStream.range(0, 64)
                .mapToObj(lane -> Events.in(lane, "bad " + lane))
                .toList();
        bad.forEach(event -> poison.add(Events.text(event)));
        engine.append(bad.toArray(Event[]::new));
        awaitParked(64);
        poison.clear();

        assertThat(engine.parked().replayAll("another", ADMIN)).isZero();
        assertThat(engine.parked().replayAll("number-1", ADMIN)).isEqualTo(64);

        await().until(() -> {
            assertThat(engine.figures().numbers()).allMatch(LedgerFigures.OfNumber::balanced);
            return handled.count() == 64;
        });
        assertThat(list()).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
