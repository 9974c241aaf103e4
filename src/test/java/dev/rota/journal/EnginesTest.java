package dev.rota.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Event;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several engines on one database. */
class EnginesTest {

    private static final int CUSTOMERS = 24;

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Handled handled = new Handled();

    /** How far each customer runs ahead: far enough to fill memory, or so little that the lane is idle in between. */
    private final List<Semaphore> unhandled = IntStream.range(0, CUSTOMERS)
            .mapToObj(lane -> new Semaphore(lane % 2 == 0 ? 2 : 16))
            .toList();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_acknowledged_first_is_handled_first_whichever_engine_took_it_while_engines_come_and_go()
            throws Exception {
        var engines = new CopyOnWriteArrayList<TestEngine>();
        engines.add(TestEngine.handling("a", database, this::handled));
        var customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(lane -> talk(engines, lane))
                .toList();

        handledMore(1000);
        var second = TestEngine.handling("b", database, this::handled);
        engines.add(second);
        await().until(() -> lanesOf("b") == 32);
        handledMore(1000);
        engines.remove(second);
        second.close();
        handledMore(1000);
        var first = engines.remove(0);

        for (int lane = 0; lane < CUSTOMERS; lane++) {
            var n = lane;
            var sent = customers.get(lane).get();
            await().atMost(Duration.ofSeconds(30)).until(() -> handled.in(n).size() >= sent.size());
            assertThat(handled.in(n)).isEqualTo(sent);
        }
        var figures = first.figures();
        assertThat(figures.pending()).isZero();
        assertThat(figures.received()).isEqualTo(figures.handled()).isEqualTo(handled.count());
        first.close();
    }

    @Test
    void what_another_engine_has_acknowledged_before_is_handled_before_even_in_an_idle_lane() {
        try (var a = TestEngine.handling("a", database, handled);
                var b = TestEngine.handling("b", database, handled)) {
            await().until(() -> lanesOf("a") == 32 && lanesOf("b") == 32);
            for (int lane = 0; lane < Event.LANES; lane += 4) {
                var first = Events.in(lane);
                var second = Events.in(lane);
                b.append(first);
                a.append(second);

                var n = lane;
                await().pollInterval(Duration.ofMillis(5))
                        .until(() -> handled.in(n).size() == 2);
                assertThat(handled.in(n)).containsExactly(Events.text(first), Events.text(second));
            }
        }
    }

    private void handledMore(int many) {
        var goal = handled.count() + many;
        await().atMost(Duration.ofSeconds(60)).until(() -> handled.count() >= goal);
    }

    private void handled(Event event) {
        handled.accept(event);
        unhandled.get(event.lane()).release();
    }

    /** One customer's messages, each sent after the one before was acknowledged, until there is no engine. */
    private CompletableFuture<List<String>> talk(List<TestEngine> engines, int lane) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var random = new Random(lane);
                    var sent = new CopyOnWriteArrayList<String>();
                    while (!engines.isEmpty()) {
                        unhandled.get(lane).acquireUninterruptibly();
                        var event = Events.in(lane);
                        if (accepted(engines, random, event)) {
                            sent.add(Events.text(event));
                        }
                    }
                    return List.copyOf(sent);
                },
                task -> new Thread(task).start());
    }

    /** A sender tries again until it is told that the event is stored, as Meta does. */
    private static boolean accepted(List<TestEngine> engines, Random random, Event event) {
        for (var all = List.copyOf(engines); !all.isEmpty(); all = List.copyOf(engines)) {
            var engine = all.get(random.nextInt(all.size()));
            if (engine.later(event).handle((stored, failure) -> failure == null).join()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void when_an_engine_dies_another_takes_over_and_what_the_dead_one_completes_late_has_no_effect() {
        var inWork = new LinkedBlockingQueue<Event>();
        var never = new CountDownLatch(1);
        try (var dead = TestEngine.handling("b", database, stuck(inWork, never), handled)) {
            dead.append(Events.in(1), Events.in(1));
            await().until(() -> inWork.size() == 1);
            dead.fallSilent();
            try (var other = TestEngine.handling("a", database, handled)) {
                await().atMost(Duration.ofSeconds(8)).until(() -> handled.count() == 2);

                assertThat(dead.complete(inWork.element())).isEmpty();
                other.append(Events.in(1));
                await().until(() -> handled.count() == 3);
            }
            never.countDown();
        }
        assertThat(handled.count()).isEqualTo(3);
    }

    @Test
    void an_engine_that_comes_back_under_its_name_takes_its_lanes_at_once() {
        var inWork = new LinkedBlockingQueue<Event>();
        var never = new CountDownLatch(1);
        try (var dead = TestEngine.handling("a", database, stuck(inWork, never), handled)) {
            dead.append(Events.in(1), Events.in(1));
            await().until(() -> inWork.size() == 1);
            dead.fallSilent();

            try (var back = TestEngine.handling("a", database, handled)) {
                await().atMost(Duration.ofSeconds(2)).until(() -> handled.count() == 2);
                assertThat(dead.complete(inWork.element())).isEmpty();
                assertThat(back.figures().pending()).isZero();
            }
            never.countDown();
        }
    }

    private static Consumer<Event> stuck(BlockingQueue<Event> inWork, CountDownLatch until) {
        return event -> {
            inWork.add(event);
            try {
                until.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Test
    void an_event_in_work_when_engines_die_again_and_again_is_parked_and_its_neighbours_are_not() {
        try (var first = TestEngine.storing("a", database)) {
            first.append(Events.in(1), Events.in(1));
            first.append(Events.in(2));
        }
        jdbc.sql("UPDATE lane SET suspect = true").update();
        jdbc.sql("UPDATE pending SET attempts = 3 WHERE id = (SELECT min(id) FROM pending)")
                .update();

        try (var engine = TestEngine.handling("a", database, handled)) {
            await().until(() -> handled.count() == 2);
            assertThat(engine.figures().parked()).isEqualTo(1);
            assertThat(jdbc.sql("SELECT reason FROM parked").query(String.class).single())
                    .isEqualTo("an engine died 3 times while it was in work");
        }
    }

    private int lanesOf(String engine) {
        return jdbc.sql("SELECT count(*) FROM lane JOIN engine ON holder = token WHERE name = ?")
                .param(engine)
                .query(Integer.class)
                .single();
    }
}
