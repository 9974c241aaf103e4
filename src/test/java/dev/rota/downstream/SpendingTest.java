package dev.rota.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Cap;
import dev.rota.desk.Company;
import dev.rota.desk.Downstream;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Errands of several requests, charged to a downstream that counts requests. */
class SpendingTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Cap CAP = new Cap(60, Duration.ofMinutes(1));

    private final HikariDataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Spending spending = new Spending(jdbc, SpendingTest::company, new MovableClock(NOW));

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void each_request_beyond_the_first_keeps_back_what_comes_next_for_as_long_as_a_delivery_does() {
        spent("counted", NOW.plusSeconds(10));
        spent("long ago", NOW.minusSeconds(3600));

        spending.charge("counted", 3);
        spending.charge("long ago", 2);

        assertThat(spent("counted"))
                .isCloseTo(NOW.plusSeconds(10).plus(CAP.pause().multipliedBy(3)), within(1, ChronoUnit.MILLIS));
        assertThat(spent("long ago")).isCloseTo(NOW.plus(CAP.pause().multipliedBy(2)), within(1, ChronoUnit.MILLIS));
    }

    @Test
    void one_without_a_cap_pays_nothing() {
        spent("free", NOW);

        spending.charge("free", 3);
        spending.charge("unknown", 3);

        assertThat(spent("free")).isEqualTo(NOW);
    }

    private void spent(String downstream, Instant until) {
        jdbc.sql("INSERT INTO budget (downstream, spent_until) VALUES (?, ?)")
                .params(downstream, until.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Instant spent(String downstream) {
        return jdbc.sql("SELECT spent_until FROM budget WHERE downstream = ?")
                .param(downstream)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static Company company() {
        return ExampleCompany.with(desk("counted", CAP), desk("long ago", CAP), desk("free", null));
    }

    private static Downstream desk(String name, @Nullable Cap cap) {
        return new Downstream(name, "any-ticket-action", Map.of(), 8, cap, Duration.ofDays(3), false);
    }
}
