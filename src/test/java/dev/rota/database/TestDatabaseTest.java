package dev.rota.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void two_fresh_databases_know_nothing_of_each_other() throws SQLException {
        try (var one = TestDatabase.fresh();
                var other = TestDatabase.fresh()) {
            run(one, "CREATE TABLE only_here (id int)");
            run(other, "CREATE TABLE only_here (id int)");
            assertThat(one.getJdbcUrl()).isNotEqualTo(other.getJdbcUrl());
        }
    }

    @Test
    void what_is_closed_is_soon_dropped() {
        try (var other = TestDatabase.fresh()) {
            var all = JdbcClient.create(other).sql("SELECT datname FROM pg_database");
            var one = TestDatabase.fresh();
            try (one) {
                assertThat(all.query(String.class).list()).contains(one.getPoolName());
            }
            await().untilAsserted(
                            () -> assertThat(all.query(String.class).list()).doesNotContain(one.getPoolName()));
        }
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
