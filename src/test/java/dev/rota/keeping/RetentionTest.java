package dev.rota.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Age;
import dev.rota.desk.Kept;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is old goes, in batches; what is young, and what must stay, does not. */
class RetentionTest {

    private static final Age WEEK = Age.parse("7d");
    private static final Kept DELETED = Kept.deleted("notes", Age.NEVER_OVER, "memo", "at", "done");
    private static final Kept EMPTIED = Kept.emptied(
            "words", WEEK, "memo", "at", "UPDATE memo SET text = '' FROM old WHERE memo.id = old.id AND text <> ''");
    private static final Kept UNORDERED = Kept.deletedInNoOrder("loose", WEEK, "memo", "at");

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));

    /** 1200 old rows, of which every tenth must stay, and 300 young ones. */
    @BeforeEach
    void notes() {
        jdbc.sql("CREATE TABLE memo AS SELECT n::bigint AS id, n % 10 <> 0 AS done, 'said' AS text,"
                        + " now() - CASE WHEN n <= 1200 THEN interval '10 days' ELSE interval '1 day' END AS at"
                        + " FROM generate_series(1, 1500) n")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Retention retention(Kept kept, Map<String, Age> ages) {
        return new Retention(jdbc, transaction, Clock.systemUTC(), List.of(kept), ages);
    }

    private int count(String condition) {
        return jdbc.sql("SELECT count(*) FROM memo WHERE " + condition)
                .query(Integer.class)
                .single();
    }

    @Test
    void old_rows_are_deleted_but_for_those_that_must_stay() {
        assertThat(retention(DELETED, Map.of("notes", WEEK)).run()).isEqualTo(1080);

        assertThat(count("true")).isEqualTo(420);
        assertThat(count("done")).isEqualTo(270);
    }

    @Test
    void old_rows_lose_their_words_and_stay_and_are_not_looked_at_again() {
        var retention = retention(EMPTIED, Map.of());

        assertThat(retention.run()).isEqualTo(1200);
        assertThat(count("text = ''")).isEqualTo(1200);
        jdbc.sql("UPDATE memo SET text = 'again' WHERE id = 1").update();
        assertThat(retention.run()).isZero();
        assertThat(retention(EMPTIED, Map.of()).run()).isEqualTo(1);
    }

    @Test
    void rows_without_an_order_go_too() {
        assertThat(retention(UNORDERED, Map.of()).run()).isEqualTo(1200);
        assertThat(count("true")).isEqualTo(300);
    }

    @Test
    void what_is_kept_for_ever_stays() {
        assertThat(retention(DELETED, Map.of()).run()).isZero();
        assertThat(retention(UNORDERED, Map.of("loose", Age.parse("never"))).run())
                .isZero();
    }

    @Test
    void while_another_engine_deletes_this_one_does_not() throws Exception {
        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(7683, 1)");

            assertThat(retention(UNORDERED, Map.of()).run()).isZero();
        }
        assertThat(retention(UNORDERED, Map.of()).run()).isEqualTo(1200);
    }

    @Test
    void ages_are_durations_or_never() {
        assertThat(Age.parse("30d").time()).isEqualTo(Duration.ofDays(30));
        assertThat(Age.parse("never").end(Clock.systemUTC().instant())).isEmpty();
    }
}
