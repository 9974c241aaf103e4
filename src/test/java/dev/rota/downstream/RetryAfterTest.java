package dev.rota.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Company;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.Dispatch;
import dev.rota.desk.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A helpdesk that says when to come again, with two engines that have twenty deliveries for it; the test moves the clock. */
class RetryAfterTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final DeliveryOutcome DONE = new Delivered(null, null, "created");
    private static final int DELIVERIES = 20;

    private final HikariDataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final MovableClock clock = new MovableClock(START);
    private final Outcomes outcomes = new Outcomes(clock);
    private final List<OutboxEngine> engines = List.of(
            new OutboxEngine(source, clock, RetryAfterTest::company),
            new OutboxEngine(source, clock, RetryAfterTest::company));
    private final List<Instant> contacts = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<CompletableFuture<DeliveryOutcome>> first = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        engines.forEach(OutboxEngine::close);
        source.close();
    }

    @ParameterizedTest(name = "{0}, Retry-After: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    429 | 300                           | 300
                    503 | 300                           | 300
                    429 | Tue, 24 Nov 2026 12:07:00 GMT | 420
                    503 | Tue, 24 Nov 2026 12:07:00 GMT | 420
                    429 | 7200                          | 7200
                    """)
    void nobody_comes_before_the_time_and_one_comes_within_a_second_after_it(
            int status, String retryAfter, long seconds) {
        PlainDownstream.store(jdbc, DELIVERIES, START);
        for (var n = 0; n < 4; n++) {
            first.add(new CompletableFuture<>());
        }
        var onTheirWay = List.copyOf(first);
        engines.forEach(engine -> engine.start(this::contact));
        look(4);
        assertThat(contacts).as("two on their way from each engine").hasSize(4);

        onTheirWay.get(0).complete(outcomes.busy("helpdesk answered " + status, retryAfter));
        pass(2, 3);
        onTheirWay.subList(1, 4).forEach(each -> each.complete(DONE));
        look(0);
        clock.pass(Duration.ofSeconds(seconds).minus(LOOK.multipliedBy(3)));
        look(0);
        assertThat(contacts).as("before the time").hasSize(4);

        var probe = new CompletableFuture<DeliveryOutcome>();
        first.add(probe);
        pass(2, 1);
        assertThat(contacts).as("within a second after it").hasSize(5);
        assertThat(contacts.get(4)).isBetween(START.plusSeconds(seconds), START.plusSeconds(seconds + 1));
        pass(8, 1);
        assertThat(contacts).as("while it waits for its answer").hasSize(5);

        probe.complete(DONE);
        pass(8, 0);
        assertThat(contacts).hasSize(DELIVERIES + 1);
        assertThat(unfinished("'done'")).isZero();
    }

    @Test
    void without_a_time_the_others_go_on() {
        PlainDownstream.store(jdbc, DELIVERIES, START);
        first.add(CompletableFuture.completedFuture(outcomes.busy("helpdesk answered 503", null)));
        engines.forEach(engine -> engine.start(this::contact));
        pass(8, 0);

        assertThat(contacts).hasSizeGreaterThanOrEqualTo(DELIVERIES);
    }

    private CompletableFuture<DeliveryOutcome> contact(Dispatch dispatch) {
        contacts.add(clock.instant());
        var answer = first.poll();
        return answer == null ? CompletableFuture.completedFuture(DONE) : answer;
    }

    private static Company company() {
        return PlainDownstream.company(2, null);
    }

    private void pass(int looks, int underWay) {
        for (var look = 0; look < looks; look++) {
            clock.pass(LOOK);
            look(underWay);
        }
    }

    private void look(int underWay) {
        OutboxEngine.look(engines, () -> unfinished("'due', 'done'") == underWay);
    }

    private int unfinished(String states) {
        return jdbc.sql("SELECT count(*) FROM delivery WHERE state NOT IN (" + states + ")")
                .query(Integer.class)
                .single();
    }
}
