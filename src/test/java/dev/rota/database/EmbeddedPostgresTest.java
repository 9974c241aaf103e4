package dev.rota.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
class EmbeddedPostgresTest {

    static final Path PROGRAMS = Path.of("target/postgres");
    private static final String PHONE = "5511912345678";

    private final Path dataDir;
    private final EmbeddedPostgres postgres;

    EmbeddedPostgresTest(@TempDir(factory = InTarget.class) Path dataDir) {
        this.dataDir = dataDir;
        postgres = EmbeddedPostgres.start(dataDir, PROGRAMS, Server.freePort());
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "max_wal_size, 2GB",
        "max_connections, 100",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8",
    })
    void the_server_is_set_for_data_that_must_last(String setting, String value) throws SQLException {
        assertThat(Sql.one(postgres, "SHOW " + setting)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1024, 256", "8192, 512", "16384, 1024", "262144, 1024"})
    void it_keeps_a_sixteenth_of_the_memory_for_itself_within_limits(long machine, long server) {
        assertThat(ServerSettings.sharedBuffers(machine)).isEqualTo(server);
    }

    @Test
    void a_setting_in_a_file_of_the_cluster_cannot_weaken_a_promise() throws SQLException {
        try (var connection = postgres.superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET fsync = off");
            statement.execute("SELECT pg_reload_conf()");
        }
        assertThat(Sql.one(postgres, "SHOW fsync")).isEqualTo("on");
    }

    @Test
    void the_engine_is_no_superuser_but_owns_its_database() throws SQLException {
        assertThat(Sql.one(postgres, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        Sql.run(postgres, "CREATE TABLE own (id int)");
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void nothing_listens_but_on_the_loopback_address() throws IOException {
        var others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
        for (var address : others) {
            assertThat(answers(new InetSocketAddress(address, postgres.port()))).isFalse();
        }
        assertThat(answers(new InetSocketAddress(InetAddress.getLoopbackAddress(), postgres.port())))
                .isTrue();
    }

    @Test
    void only_the_owner_reads_the_password_and_the_log() throws IOException {
        for (var file : new String[] {"pg.password", "pg.log"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void an_error_that_quotes_a_customer_stays_out_of_the_log() throws IOException {
        assertThatThrownBy(() -> Sql.run(postgres, "SELECT 'x" + PHONE + "'::int"))
                .hasMessageContaining(PHONE);
        assertThat(dataDir.resolve("pg.log")).content().doesNotContain(PHONE);
    }

    @Test
    void and_would_stand_in_the_log_with_the_settings_that_postgres_ships() throws IOException, SQLException {
        try (var connection = postgres.superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("SET log_min_messages = warning");
            assertThatThrownBy(() -> statement.execute("SELECT 'y4917012345'::int"));
        }
        assertThat(dataDir.resolve("pg.log")).content().contains("y4917012345");
    }

    private static boolean answers(InetSocketAddress address) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(address, 500);
            return true;
        } catch (ConnectException | SocketTimeoutException refused) {
            return false;
        }
    }
}
