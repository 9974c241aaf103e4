package dev.rota.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseChecksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            170011 | on  | on           | 0
            140000 | on  | remote_apply | 0
            170011 | on  | local        | 0
            130022 | on  | on           | 1
            170011 | off | on           | 1
            170011 | on  | off          | 1
            130022 | off | off          | 3
            """)
    void all_that_is_wrong_is_said_at_once(int version, String fsync, String synchronousCommit, int problems) {
        assertThat(new DatabaseChecks(version, fsync, synchronousCommit).problems())
                .hasSize(problems);
    }

    @Test
    void a_database_that_commits_without_waiting_for_the_disk_is_refused() throws SQLException {
        try (var pool = TestDatabase.fresh()) {
            var server = new ExternalPostgres(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
            DatabaseChecks.require(server);

            Sql.run(
                    server,
                    "ALTER ROLE rota IN DATABASE " + Sql.one(server, "SELECT current_database()")
                            + " SET synchronous_commit = off");
            assertThatThrownBy(() -> DatabaseChecks.require(server))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage("the PostgreSQL of ROTA_DATABASE_URL: synchronous_commit is off, expected on:"
                            + " a crash of the server would lose acknowledged messages");
        }
    }

    @Test
    void a_database_that_does_not_answer_is_a_sentence() {
        var server = new ExternalPostgres("jdbc:postgresql://127.0.0.1:" + Server.freePort() + "/rota", "rota", "x");
        assertThatThrownBy(() -> DatabaseChecks.require(server))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("the PostgreSQL of ROTA_DATABASE_URL: cannot be connected to: ");
    }

    @Test
    void an_address_of_another_kind_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> new ExternalPostgres("postgres://rota:secret@db/rota", "", ""))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("ROTA_DATABASE_URL: expected jdbc:postgresql://")
                .hasMessageNotContaining("secret");
    }
}
