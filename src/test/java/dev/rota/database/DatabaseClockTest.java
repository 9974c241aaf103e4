package dev.rota.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseClockTest {

    private final HikariDataSource source = TestDatabase.fresh();

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void it_says_what_the_database_says_wherever_the_machine_counts_from() {
        try (var one = DatabaseClock.of(source, System::nanoTime);
                var other = DatabaseClock.of(source, () -> System.nanoTime() + 5_000_000_000L)) {
            assertThat(one.instant()).isCloseTo(database(), within(900, ChronoUnit.MILLIS));
            assertThat(other.instant()).isCloseTo(one.instant(), within(900, ChronoUnit.MILLIS));
        }
    }

    @Test
    void between_two_looks_the_machine_counts_on() {
        var nanos = new AtomicLong();
        try (var clock = DatabaseClock.of(source, nanos::get)) {
            var before = clock.instant();
            nanos.addAndGet(Duration.ofHours(1).toNanos());
            assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(1)));

            clock.look();
            assertThat(clock.instant()).isCloseTo(database(), within(900, ChronoUnit.MILLIS));
        }
    }

    @Test
    void without_the_database_what_it_said_last_holds() {
        try (var clock = DatabaseClock.of(source, () -> 0)) {
            var told = clock.instant();
            source.close();
            clock.look();
            assertThat(clock.instant()).isEqualTo(told);
        }
    }

    private Instant database() {
        return JdbcClient.create(source)
                .sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
