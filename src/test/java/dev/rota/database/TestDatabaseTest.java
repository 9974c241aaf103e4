package dev.rota.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

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

    private static void run(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
