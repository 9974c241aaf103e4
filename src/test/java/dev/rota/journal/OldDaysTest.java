package dev.rota.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Age;
import dev.rota.desk.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Old days of the journal go, and nobody waits for it. */
class OldDaysTest {

    private static final Duration AGE = Duration.ofDays(30);

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Instant now = Clock.systemUTC().instant();
    private final LocalDate day = LocalDate.ofInstant(now.minus(Duration.ofDays(40)), ZoneOffset.UTC);
    private final Handled handled = new Handled();
    private final TestEngine engine = TestEngine.storing("a", database);
    private final OldDays old = new OldDays(jdbc, Clock.systemUTC(), new Age(AGE));

    @AfterEach
    void close() {
        engine.close();
        database.close();
    }

    /** An event that came so long ago; its day has a partition. */
    private Event longAgo(String body) {
        jdbc.sql("SELECT true FROM journal_create_partitions(?, 3)")
                .param(day.minusDays(1))
                .query(Boolean.class)
                .single();
        var event = Events.in(1, body);
        return new Event(
                0,
                event.key(),
                event.kind(),
                1,
                event.number(),
                day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                event.body());
    }

    private int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }

    @Test
    void a_day_goes_when_it_is_older_and_all_of_it_is_handled_and_the_keys_stay() {
        var event = longAgo("old");
        engine.append(event);

        assertThat(old.drop()).containsExactly(day.minusDays(1), day.plusDays(1));
        assertThat(count("journal")).isEqualTo(1);

        engine.handle(each -> {}, handled);
        await().until(() -> handled.count() == 1);
        assertThat(old.drop()).containsExactly(day);
        assertThat(count("journal")).isZero();
        engine.append(event);
        assertThat(count("journal")).isZero();
        assertThat(engine.figures().numbers().get(0).duplicate()).isEqualTo(1);
    }

    @Test
    void what_is_kept_for_ever_stays() {
        engine.append(longAgo("old"));
        jdbc.sql("TRUNCATE pending").update();

        assertThat(new OldDays(jdbc, Clock.systemUTC(), Age.parse("never")).drop())
                .isEmpty();
        assertThat(count("journal")).isEqualTo(1);
    }

    @Test
    void what_has_no_day_of_its_own_goes_too_but_for_what_is_pending() {
        var stray = Events.in(1, "stray");
        var longBefore = Instant.parse("2001-01-01T00:00:00Z");
        engine.append(new Event(0, stray.key(), "message", 1, "n", longBefore, stray.body()));

        old.drop();
        assertThat(count("journal_default")).isEqualTo(1);
        jdbc.sql("TRUNCATE pending").update();
        old.drop();
        assertThat(count("journal_default")).isZero();
    }

    @Test
    void somebody_who_reads_the_journal_for_long_is_not_waited_for_and_the_day_goes_later() throws Exception {
        engine.append(longAgo("old"));
        jdbc.sql("TRUNCATE pending").update();
        try (var reader = database.getConnection();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT count(*) FROM journal").next();

            var before = System.nanoTime();
            assertThat(old.drop()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            engine.append(Events.in(2));
        }
        assertThat(old.drop()).contains(day);
    }

    @Test
    void while_events_come_all_the_time_old_days_go_and_no_event_waits() {
        engine.handle(each -> {}, handled);
        engine.append(longAgo("old"));
        await().until(() -> handled.count() == 1);
        var goOn = new AtomicBoolean(true);
        var sent = new AtomicInteger();
        var slowest = new AtomicLong();
        var sender = CompletableFuture.runAsync(() -> {
            while (goOn.get()) {
                var before = System.nanoTime();
                engine.append(Events.in(sent.incrementAndGet() % 64));
                slowest.accumulateAndGet(System.nanoTime() - before, Math::max);
            }
        });
        await().until(() -> sent.get() > 200); // what the first ones cost is not the point
        slowest.set(0);

        await().until(() -> {
            old.drop();
            return count("pg_class WHERE relname = 'journal_" + day.toString().replace("-", "") + "'") == 0;
        });
        var then = sent.get();
        await().until(() -> sent.get() > then + 100);
        goOn.set(false);
        sender.join();

        assertThat(Duration.ofNanos(slowest.get())).isLessThan(Duration.ofMillis(250));
        await().until(() -> engine.figures().pending() == 0);
    }
}
