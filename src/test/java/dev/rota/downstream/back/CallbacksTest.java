package dev.rota.downstream.back;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls of helpdesks that were answered, on two engines with one database, of which one may die; the test moves the clock. */
class CallbacksTest {

    private final HikariDataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final Callbacks one = callbacks();
    private final Callbacks other = callbacks();

    @BeforeEach
    void start() {
        one.start();
        other.start();
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        source.close();
    }

    @Test
    void what_an_engine_died_over_is_done_by_another_and_its_own_end_counts_no_more() {
        keep("helpdesk", "first");
        var dead = one.take("helpdesk").orElseThrow();
        clock.pass(Duration.ofSeconds(59));
        assertThat(other.take("helpdesk")).isEmpty();

        clock.pass(Duration.ofSeconds(1));
        var again = other.take("helpdesk").orElseThrow();
        assertThat(again.text()).isEqualTo("first");
        assertThat(again.attempt()).isEqualTo(2);

        one.done(dead);
        one.park(dead, "it would be wrong");
        assertThat(states()).containsExactly("working");
        other.done(again);
        assertThat(states()).isEmpty();
    }

    @Test
    void what_one_downstream_said_is_taken_in_its_order_one_at_a_time_and_others_beside_it() {
        keep("helpdesk", "first");
        keep("helpdesk", "second");
        keep("crm", "elsewhere");

        var first = one.take("helpdesk").orElseThrow();
        assertThat(other.take("helpdesk")).isEmpty();
        assertThat(other.take("crm").orElseThrow().text()).isEqualTo("elsewhere");

        one.done(first);
        assertThat(other.take("helpdesk").orElseThrow().text()).isEqualTo("second");
    }

    @Test
    void what_nobody_can_read_is_parked_and_holds_up_nothing() {
        keep("helpdesk", "first");
        keep("helpdesk", "second");

        one.park(one.take("helpdesk").orElseThrow(), "news has no text");

        assertThat(other.take("helpdesk").orElseThrow().text()).isEqualTo("second");
        assertThat(new ParkedCallbacks(jdbc, clock, () -> {}).list(null, Long.MAX_VALUE, 9))
                .singleElement()
                .extracting(ParkedCallbacks.Parked::reason)
                .isEqualTo("news has no text");
    }

    private void keep(String downstream, String body) {
        one.keep(new SignedCall(downstream, body.getBytes(UTF_8), clock.instant(), null))
                .join();
    }

    private List<String> states() {
        return jdbc.sql("SELECT state FROM callback").query(String.class).list();
    }

    private Callbacks callbacks() {
        return new Callbacks(jdbc, new TransactionTemplate(new JdbcTransactionManager(source)), clock, () -> {});
    }
}
