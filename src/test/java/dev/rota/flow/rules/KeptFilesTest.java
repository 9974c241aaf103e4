package dev.rota.flow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the files of rules that are out of force are kept. */
class KeptFilesTest {

    private final HikariDataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);

    @BeforeEach
    void three_sets_in_force_one_after_the_other() {
        for (var rules : new String[] {"first", "second", "third"}) {
            jdbc.sql("INSERT INTO rules (hash) VALUES (?)").param(rules).update();
            jdbc.sql("INSERT INTO rules_file (rules, name, bytes) VALUES (?, 'config/teams.yaml', '')")
                    .param(rules)
                    .update();
        }
        jdbc.sql(
                        "INSERT INTO swap (rules, at, engine) VALUES ('first', now() - interval '400 days', 'one'),"
                                + " ('second', now() - interval '300 days', 'one'), ('third', now() - interval '2 days', 'one')")
                .update();
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void what_is_long_out_of_force_goes_with_its_files_and_what_is_in_force_stays() {
        assertThat(sweep("180 days")).isEqualTo(1);
        assertThat(left()).isEqualTo("second third");

        assertThat(sweep("1 day")).isEqualTo(1);
        assertThat(left()).isEqualTo("third");
        assertThat(sweep("0 days")).as("in force since two days").isZero();
    }

    @Test
    void rules_that_a_kept_decision_may_name_stay() {
        jdbc.sql("INSERT INTO customer (id, created_at) VALUES (1, now())").update();
        jdbc.sql("INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority,"
                        + " epoch, opened_at, waiting_since, last_message_at)"
                        + " VALUES (1, 'p', '101', 1, 'waiting', 'q', 't', 1, 1, now(), now(), now())")
                .update();
        jdbc.sql("INSERT INTO decision (conversation, event, at, request_type, queue, priority, route_set, because,"
                        + " inquiry) VALUES (1, 1, now() - interval '350 days', 't', 'q', 1, 'first', '[]', '{}')")
                .update();

        assertThat(sweep("180 days")).isZero();

        assertThat(left()).isEqualTo("first second third");
    }

    private long sweep(String age) {
        return jdbc.sql(KeptFiles.KEPT.sweep().replace(":before", "now() - interval '" + age + "'"))
                .param("after", 0)
                .param("rows", 500)
                .query((row, n) -> row.getLong("changed"))
                .single();
    }

    private String left() {
        return jdbc.sql("SELECT string_agg(DISTINCT r.hash, ' ') FROM rules r JOIN rules_file f ON f.rules = r.hash")
                .query(String.class)
                .single();
    }
}
