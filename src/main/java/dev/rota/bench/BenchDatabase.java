package dev.rota.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The PostgreSQL of a run, which outlives the engine, so that the ceiling and the loader use the same one. */
final class BenchDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 3;

    private final EmbeddedPostgres server;
    private final HikariDataSource pool;

    private BenchDatabase(EmbeddedPostgres server) {
        this.server = server;
        var settings = new HikariConfig();
        settings.setJdbcUrl(server.jdbcUrl());
        settings.setUsername(server.user());
        settings.setPassword(server.password());
        settings.setMaximumPoolSize(CONNECTIONS);
        this.pool = new HikariDataSource(settings);
    }

    static BenchDatabase start(Path folder) {
        return new BenchDatabase(EmbeddedPostgres.start(folder));
    }

    JdbcTemplate template() {
        return new JdbcTemplate(pool);
    }

    /** How an engine is told to use it. */
    Map<String, String> environment() {
        return Map.of(
                "ROTA_DATABASE_URL", server.jdbcUrl(),
                "ROTA_DATABASE_USER", server.user(),
                "ROTA_DATABASE_PASSWORD", server.password());
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
