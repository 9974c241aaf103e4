package dev.rota.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {

    private final Path dataDir;

    StartTest(@TempDir(factory = InTarget.class) Path dataDir) {
        this.dataDir = dataDir;
    }

    @Test
    void what_was_written_is_there_at_the_next_start_though_half_a_cluster_lies_beside_it() throws Exception {
        try (var first = start(Server.freePort())) {
            Sql.run(first, "CREATE TABLE kept AS SELECT 'kept' AS word");
        }
        Files.createDirectories(dataDir.resolve("pg.new-killed/base"));
        try (var second = start(Server.freePort())) {
            assertThat(Sql.one(second, "SELECT word FROM kept")).isEqualTo("kept");
        }
        assertThat(dataDir.resolve("pg.new-killed")).doesNotExist();
    }

    @Test
    void a_folder_with_a_live_engine_is_refused_until_that_engine_has_stopped() {
        try (var owner = start(Server.freePort())) {
            assertThat(owner.port()).isPositive();
            for (var attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> start(Server.freePort()))
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("another engine is running on this folder");
            }
        }
        start(Server.freePort()).close();
    }

    @Test
    void a_pid_file_whose_number_belongs_to_another_program_by_now_does_not_keep_the_server_down() throws Exception {
        start(Server.freePort()).close();
        var stale = ProcessHandle.current().pid() + "\n" + dataDir.resolve("pg")
                + "\n1\n5432\n\n127.0.0.1\n1 1\nready   \n";
        Files.writeString(dataDir.resolve("pg/postmaster.pid"), stale);
        try (var postgres = start(Server.freePort())) {
            assertThat(Sql.one(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void data_of_another_version_is_refused() throws IOException {
        start(Server.freePort()).close();
        Files.writeString(dataDir.resolve("pg/PG_VERSION"), "16\n");
        assertThatThrownBy(() -> start(Server.freePort()))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("holds data of PostgreSQL 16; this Rota brings 17");
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_refused() throws IOException {
        var file = Files.createFile(dataDir.resolve("file"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(file))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith(file.toString());
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " of 127.0.0.1 is taken");
        }
    }

    private EmbeddedPostgres start(int port) {
        return EmbeddedPostgres.start(dataDir, EmbeddedPostgresTest.PROGRAMS, port);
    }
}
