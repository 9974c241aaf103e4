package dev.rota.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Cap;
import dev.rota.desk.Company;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Dispatch;
import dev.rota.desk.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A helpdesk that is away for six hours, with two engines that have 20,000 deliveries for it; the test moves the clock. */
class OutageTest {

    private static final Logger LOG = LoggerFactory.getLogger(OutageTest.class);
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant BACK = START.plus(Duration.ofHours(6));
    private static final Cap CAP = new Cap(6_000, Duration.ofMinutes(1));
    private static final int DELIVERIES = 20_000;
    private static final int PARALLEL = 50;
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final DeliveryOutcome DONE = new Delivered(null, null, "created");

    private final HikariDataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final MovableClock clock = new MovableClock(START);
    private final List<Contact> contacts = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable CompletableFuture<DeliveryOutcome>> probe = new AtomicReference<>();
    private final List<OutboxEngine> engines = List.of(
            new OutboxEngine(source, clock, OutageTest::company), new OutboxEngine(source, clock, OutageTest::company));

    @AfterEach
    void close() {
        engines.forEach(OutboxEngine::close);
        source.close();
    }

    @Test
    void after_six_hours_all_arrive_once_and_in_an_even_stream_that_begins_with_one_probe() {
        PlainDownstream.store(jdbc, DELIVERIES, START);
        engines.forEach(engine -> engine.start(this::contact));

        while (clock.instant().isBefore(BACK)) {
            pass(Duration.ofSeconds(30));
        }
        assertThat(contacts)
                .as("some failures at first, then a probe each half minute")
                .hasSizeLessThan(2 * PARALLEL + 6 * 60 * 2 + 20);
        while (probe.get() == null) {
            pass(LOOK);
        }
        var asked = contacts.size();
        for (var look = 0; look < 8; look++) {
            pass(LOOK);
        }
        assertThat(contacts).as("nobody comes along with the probe").hasSize(asked);
        Objects.requireNonNull(probe.get()).complete(DONE);
        while (count("state = 'done'") < DELIVERIES) {
            pass(LOOK);
        }

        var audit = Audit.of(contacts);
        assertThat(audit.faults(DELIVERIES)).isEmpty();
        assertThat(audit.mostWithin(CAP.within())).isLessThanOrEqualTo(CAP.most());
        var busiest = audit.mostWithin(Duration.ofSeconds(1));
        assertThat((double) busiest).isLessThanOrEqualTo(2 * audit.mean());
        LOG.info(
                "{} contacts in six hours away; then {} arrived, each once; {} in the busiest second, {} in the mean one; {} in"
                        + " the busiest minute of {} allowed",
                asked,
                audit.times().size(),
                busiest,
                Math.round(audit.mean()),
                audit.mostWithin(CAP.within()),
                CAP.most());
    }

    @Test
    void the_audit_finds_what_arrived_twice_and_what_did_not() {
        var audit = Audit.of(List.of(
                new Contact(1, START, true), new Contact(1, START.plusSeconds(9), true), new Contact(3, START, false)));

        assertThat(audit.faults(3)).containsExactly("1 arrived 2 times", "2 arrived 0 times", "3 arrived 0 times");
        assertThat(audit.mostWithin(Duration.ofSeconds(10))).isEqualTo(2);
        assertThat(audit.mostWithin(Duration.ofSeconds(9))).isEqualTo(1);
    }

    /** The first who gets through waits for the answer until the test gives it. */
    private CompletableFuture<DeliveryOutcome> contact(Dispatch dispatch) {
        var now = clock.instant();
        var there = !now.isBefore(BACK);
        contacts.add(new Contact(dispatch.reference(), now, there));
        var first = new CompletableFuture<DeliveryOutcome>();
        if (there && probe.compareAndSet(null, first)) {
            return first;
        }
        return CompletableFuture.completedFuture(there ? DONE : new Retry("the downstream can't be reached", null));
    }

    private static Company company() {
        return PlainDownstream.company(PARALLEL, CAP);
    }

    private int unanswered() {
        var first = probe.get();
        return first == null || first.isDone() ? 0 : 1;
    }

    /** Lets time pass, and both engines look, from the beginning, at what is due then. */
    private void pass(Duration time) {
        clock.pass(time);
        OutboxEngine.look(engines, () -> count("state = 'sending'") == unanswered());
    }

    private int count(String condition) {
        return jdbc.sql("SELECT count(*) FROM delivery WHERE " + condition)
                .query(Integer.class)
                .single();
    }

    private record Contact(long reference, Instant at, boolean arrived) {}

    /** What the helpdesk saw, once it was back. */
    private record Audit(Map<Long, Long> arrivals, List<Instant> times) {

        static Audit of(List<Contact> contacts) {
            var arrived = contacts.stream().filter(Contact::arrived).toList();
            return new Audit(
                    arrived.stream().collect(Collectors.groupingBy(Contact::reference, Collectors.counting())),
                    arrived.stream().map(Contact::at).sorted().toList());
        }

        List<String> faults(int deliveries) {
            return LongStream.rangeClosed(1, deliveries)
                    .filter(one -> arrivals.getOrDefault(one, 0L) != 1)
                    .mapToObj(one -> one + " arrived " + arrivals.getOrDefault(one, 0L) + " times")
                    .toList();
        }

        /** The most within any span of that length that begins with one of them. */
        int mostWithin(Duration span) {
            var most = 0;
            var first = 0;
            for (var last = 0; last < times.size(); last++) {
                while (!times.get(last).isBefore(times.get(first).plus(span))) {
                    first++;
                }
                most = Math.max(most, last - first + 1);
            }
            return most;
        }

        /** In a second, from the first to the last. */
        double mean() {
            var length = Duration.between(times.get(0), times.get(times.size() - 1));
            return times.size() / (length.toMillis() / 1000.0);
        }
    }
}
