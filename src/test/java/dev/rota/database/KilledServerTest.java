package dev.rota.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledServerTest {

    private final Path dataDir;
    private final EmbeddedPostgres postgres;
    private final HikariDataSource pool;

    KilledServerTest(@TempDir(factory = InTarget.class) Path dataDir) throws SQLException {
        this.dataDir = dataDir;
        postgres = EmbeddedPostgres.start(dataDir, EmbeddedPostgresTest.PROGRAMS, Server.freePort());
        pool = new HikariDataSource(ConnectionPool.settings(postgres.jdbcUrl(), postgres.user(), postgres.password()));
        Sql.run(postgres, "CREATE TABLE kept (word text)");
    }

    @AfterEach
    void stop() {
        pool.close();
        postgres.close();
    }

    @Test
    void a_killed_server_is_back_on_its_port_with_every_commit_again_and_again() throws Exception {
        for (var round = 1; round <= 3; round++) {
            Sql.run(postgres, "INSERT INTO kept VALUES ('committed')");
            killAndAwaitAnother(postmaster());
            assertThat(Sql.one(postgres, "SELECT count(*) FROM kept")).isEqualTo(Integer.toString(round));
            awaitInPool(round);
        }
    }

    @Test
    void a_server_that_lost_its_shell_is_stopped_and_started_under_a_new_one() throws Exception {
        Sql.run(postgres, "INSERT INTO kept VALUES ('committed')");
        var orphan = postmaster();
        ProcessHandle.of(orphan).flatMap(ProcessHandle::parent).orElseThrow().destroyForcibly();
        awaitAnother(orphan);
        awaitInPool(1);
        assertThat(EngineProcess.runs(ProcessHandle.of(orphan))).isFalse();
    }

    /** A connection from before the kill may fail once, by which the pool learns of it. */
    private void awaitInPool(int rows) {
        await().atMost(Duration.ofSeconds(5)).ignoreExceptions().until(() -> count(pool) == rows);
    }

    private void killAndAwaitAnother(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        awaitAnother(pid);
    }

    private void awaitAnother(long old) {
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            var file = PostmasterFile.read(dataDir.resolve("pg")).orElseThrow();
            return file.ready()
                    && file.pid() != old
                    && Sql.one(postgres, "SELECT 1").equals("1");
        });
    }

    private long postmaster() throws IOException {
        return PostmasterFile.read(dataDir.resolve("pg")).orElseThrow().pid();
    }

    private static int count(DataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM kept")) {
            row.next();
            return row.getInt(1);
        }
    }
}
