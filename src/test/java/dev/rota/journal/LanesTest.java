package dev.rota.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Event;
import dev.rota.desk.TryAgain;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LanesTest {

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Handled handled = new Handled();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_lane_is_worked_off_in_order_and_keeps_no_other_waiting() {
        var go = new CountDownLatch(1);
        try (var engine = TestEngine.handling("a", database, waitFor(go, 7), handled)) {
            var slow = append(engine, 7, 20);
            var quick = append(engine, 8, 20);

            await().untilAsserted(() -> assertThat(handled.in(8)).isEqualTo(quick));
            assertThat(handled.in(7)).isEmpty();

            go.countDown();
            await().untilAsserted(() -> assertThat(handled.in(7)).isEqualTo(slow));
        }
    }

    @Test
    void what_has_no_room_in_memory_waits_in_the_database_and_keeps_its_order() {
        var go = new CountDownLatch(1);
        try (var engine = TestEngine.handling("a", database, waitFor(go, 7), handled)) {
            var all = append(engine, 7, 500);

            go.countDown();

            await().atMost(Duration.ofSeconds(30)).until(() -> handled.count() == all.size());
            assertThat(handled.in(7)).isEqualTo(all);
            assertThat(engine.figures().handled()).isEqualTo(all.size());
            assertThat(engine.figures().pending()).isZero();
        }
    }

    @Test
    void what_an_earlier_life_has_left_is_handled_first() {
        try (var earlier = TestEngine.storing("a", database)) {
            append(earlier, 5, 200);
        }
        try (var engine = TestEngine.storing("a", database)) {
            append(engine, 5, 50);
            engine.handle(event -> {}, handled);
            append(engine, 5, 50);

            await().untilAsserted(() -> assertThat(handled.in(5)).hasSize(300));
            assertThat(handled.in(5)).isEqualTo(journalOf(5));
        }
    }

    @Test
    void an_event_that_always_fails_is_parked_with_its_reason_and_the_lane_goes_on() {
        var poison = Events.in(9, "the text of a customer");
        Consumer<Event> failing = event -> {
            if (Events.text(event).equals("the text of a customer")) {
                throw new IllegalArgumentException("quotes the text of a customer");
            }
        };
        try (var engine = TestEngine.handling("a", database, failing, handled)) {
            engine.append(poison);
            var rest = append(engine, 9, 3);

            await().untilAsserted(() -> assertThat(handled.in(9)).isEqualTo(rest));
            assertThat(jdbc.sql("SELECT reason FROM parked").query(String.class).list())
                    .singleElement()
                    .asString()
                    .matches("failed 5 times, last with IllegalArgumentException at LanesTest.java:\\d+");
            assertThat(engine.figures().numbers())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("lastAt")
                    .containsExactly(new LedgerFigures.OfNumber("number-1", 4, 0, 3, 1, 0, 0, null));
        }
    }

    @Test
    void what_fails_through_no_fault_of_its_own_is_tried_until_it_works() {
        var tries = new AtomicInteger();
        Consumer<Event> stumbling = event -> {
            if (tries.incrementAndGet() <= Attempts.MOST + 1) {
                throw new TryAgain("conversation: somebody was faster");
            }
        };
        try (var engine = TestEngine.handling("a", database, stumbling, handled)) {
            var all = append(engine, 9, 2);

            await().untilAsserted(() -> assertThat(handled.in(9)).isEqualTo(all));
            assertThat(jdbc.sql("SELECT count(*) FROM parked")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void stopping_waits_for_what_is_in_work_and_gives_the_lanes_back() {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        Consumer<Event> slow = event -> {
            begun.countDown();
            waitFor(go, event.lane()).accept(event);
        };
        var engine = TestEngine.handling("a", database, slow, handled);
        var first = Events.in(3);
        engine.append(first, Events.in(3));
        await().until(() -> begun.getCount() == 0);

        var stopping = new Thread(engine::close);
        stopping.start();
        await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        go.countDown();

        await().until(() -> !stopping.isAlive());
        assertThat(handled.in(3)).containsExactly(Events.text(first));
        assertThat(jdbc.sql("SELECT count(holder) FROM lane")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static Consumer<Event> waitFor(CountDownLatch go, int lane) {
        return event -> {
            try {
                if (event.lane() == lane) {
                    go.await();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private List<String> append(TestEngine engine, int lane, int many) {
        var events = IntStream.range(0, many).mapToObj(n -> Events.in(lane)).toList();
        events.stream().map(engine::later).toList().forEach(answer -> answer.join());
        return events.stream().map(Events::text).toList();
    }

    private List<String> journalOf(int lane) {
        return jdbc.sql("SELECT convert_from(body, 'UTF8') FROM journal WHERE lane = ? ORDER BY id")
                .param(lane)
                .query(String.class)
                .list();
    }
}
