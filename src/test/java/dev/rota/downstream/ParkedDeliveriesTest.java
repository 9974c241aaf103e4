package dev.rota.downstream;

import static dev.rota.desk.ExampleCompany.ADMIN;
import static dev.rota.desk.ExampleCompany.OTTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ParkedDeliveriesTest {

    private final HikariDataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    private final ParkedDeliveries parked = new ParkedDeliveries(jdbc, Clock.systemUTC(), downstreams -> {});

    @BeforeEach
    void three_are_parked_and_one_is_an_answer_to_a_customer() {
        jdbc.sql("INSERT INTO customer (id, created_at) VALUES (1, now())").update();
        jdbc.sql(
                        "INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, epoch,"
                                + " opened_at, closed_at, last_message_at)"
                                + " VALUES (1, 'p1', '101', 1, 'closed', 'support', 'support', 1, 1, now(), now(), now())")
                .update();
        jdbc.sql(
                        "INSERT INTO delivery (downstream, conversation, kind, reference, body, state, attempts, created_at, not_before)"
                                + " SELECT 'helpdesk', 1, CASE n WHEN 4 THEN 'reply' ELSE 'ticket' END, n, 'x', 'parked', 9, now(), now()"
                                + " FROM generate_series(1, 4) n")
                .update();
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void two_people_who_press_at_once_cause_one_retry_and_the_second_is_told_that_nothing_was_left() {
        var second = transaction.execute(status -> {
            assertThat(parked.retryAll(ids(), OTTO)).isEqualTo(3);
            // The second presses while the first has not committed: it waits for the rows, then finds them taken.
            var other = CompletableFuture.supplyAsync(() -> parked.retryAll(ids(), ADMIN));
            await().until(() -> waiting() > 0);
            return other;
        });

        assertThat(second)
                .isNotNull()
                .succeedsWithin(java.time.Duration.ofSeconds(10))
                .isEqualTo(0);
        assertThat(rows("SELECT by || ' ' || item || ' after ' || attempts FROM again ORDER BY item"))
                .containsExactly("otto 1 after 9", "otto 2 after 9", "otto 3 after 9");
        assertThat(rows("SELECT state || attempts FROM delivery ORDER BY id"))
                .containsExactly("due0", "due0", "due0", "parked9");
    }

    @Test
    void who_had_it_is_written_with_the_retry_or_not_at_all() {
        transaction.executeWithoutResult(status -> {
            assertThat(parked.retry(1, OTTO)).isTrue();
            status.setRollbackOnly();
        });

        assertThat(rows("SELECT by FROM again")).isEmpty();
        assertThat(rows("SELECT state FROM delivery")).containsOnly("parked");
    }

    @Test
    void an_answer_to_a_customer_and_what_was_erased_are_not_offered_and_not_tried() {
        jdbc.sql("UPDATE delivery SET body = '' WHERE id = 3").update();

        assertThat(parked.retryable(ids())).containsExactly(1L, 2L);
        assertThat(parked.retryAll(ids(), OTTO)).isEqualTo(2);
        assertThat(parked.retryable(ids())).isEmpty();
    }

    private static List<Long> ids() {
        return List.of(1L, 2L, 3L, 4L);
    }

    private int waiting() {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND wait_event_type = 'Lock'")
                .query(Integer.class)
                .single();
    }

    private List<String> rows(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
