package dev.rota.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** A migrated database for each test class, on one real server for each JVM, started when first asked for. */
public final class TestDatabase {

    private static final Path TARGET = Path.of("target");
    private static final AtomicInteger MADE = new AtomicInteger();

    private TestDatabase() {}

    /** An empty database with today's schema, like production's in all but its size; closing it is optional. */
    public static HikariDataSource fresh() {
        var name = "test_" + MADE.incrementAndGet();
        run("CREATE DATABASE " + name + " TEMPLATE migrated OWNER rota");
        var settings = ConnectionPool.settings(url(name), server().user(), server().password());
        settings.setPoolName(name);
        settings.setMinimumIdle(0);
        settings.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        return new HikariDataSource(settings);
    }

    private static EmbeddedPostgres server() {
        return Running.SERVER;
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server().port() + "/" + database;
    }

    private static void run(String sql) {
        try (var connection = server().superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /** Started by the first use of the class, as the language promises. */
    private static final class Running {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            var folder = TARGET.resolve("database-" + ProcessHandle.current().pid());
            var server = EmbeddedPostgres.start(folder, TARGET.resolve("postgres"), Server.freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
            migrate(server);
            return server;
        }

        private static void migrate(EmbeddedPostgres server) {
            try (var connection = server.superuser("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE migrated OWNER rota");
            } catch (SQLException e) {
                throw new IllegalStateException("the template of all test databases cannot be made", e);
            }
            Flyway.configure()
                    .dataSource(
                            "jdbc:postgresql://127.0.0.1:" + server.port() + "/migrated",
                            server.user(),
                            server.password())
                    .load()
                    .migrate();
        }

        private static void end(EmbeddedPostgres server, Path folder) {
            server.close();
            try {
                FileTree.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
