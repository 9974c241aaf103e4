package dev.rota.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database: that of {@code ROTA_DATABASE_URL}, else an embedded one in {@code ROTA_DATA_DIR}. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

    @Bean
    PostgresServer postgresServer(
            @Value("${ROTA_DATABASE_URL:}") String url,
            @Value("${ROTA_DATABASE_USER:}") String user,
            @Value("${ROTA_DATABASE_PASSWORD:}") String password,
            @Value("${ROTA_DATA_DIR:./data}") String dataDir) {
        return url.isBlank() ? EmbeddedPostgres.start(Path.of(dataDir)) : new ExternalPostgres(url, user, password);
    }

    @Bean
    HikariDataSource dataSource(PostgresServer server) {
        DatabaseChecks.require(server);
        return new HikariDataSource(ConnectionPool.settings(server.jdbcUrl(), server.user(), server.password()));
    }

    /** What time it is, for everything that an engine does. */
    @Bean
    DatabaseClock clock(HikariDataSource dataSource) {
        return DatabaseClock.of(dataSource);
    }

    /** Migrations get connections of their own, without the pool's time-outs: building an index may take long. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationDataSource(PostgresServer server) {
        return new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password());
    }
}
