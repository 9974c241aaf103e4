package dev.rota.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

class DatabaseConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(DatabaseConfiguration.class)
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    FlywayAutoConfiguration.class));

    @Test
    void without_an_address_the_database_is_embedded_in_the_data_folder_and_ends_with_the_application(
            @TempDir(factory = InTarget.class) Path dataDir) throws IOException {
        Files.createSymbolicLink(dataDir.resolve("postgres"), EmbeddedPostgresTest.PROGRAMS.toAbsolutePath());
        application.withPropertyValues("ROTA_DATA_DIR=" + dataDir).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
            assertThat(context.getBean(JdbcTemplate.class).queryForObject("SHOW application_name", String.class))
                    .isEqualTo("rota");
            assertThat(context.getBean(JdbcTemplate.class).queryForObject("SHOW plan_cache_mode", String.class))
                    .isEqualTo("force_generic_plan");
        });
        EmbeddedPostgres.start(dataDir).close();
    }

    @Test
    void with_an_address_the_database_there_is_used_migrated_and_left_running() throws Exception {
        try (var pool = TestDatabase.fresh()) {
            application
                    .withPropertyValues(
                            "ROTA_DATABASE_URL=" + pool.getJdbcUrl(),
                            "ROTA_DATABASE_USER=" + pool.getUsername(),
                            "ROTA_DATABASE_PASSWORD=" + pool.getPassword())
                    .run(context -> {
                        assertThat(context).hasNotFailed().hasSingleBean(PlatformTransactionManager.class);
                        assertThat(context.getBean(PostgresServer.class)).isInstanceOf(ExternalPostgres.class);
                        assertThat(context.getBean(Flyway.class)
                                        .getConfiguration()
                                        .getDataSource())
                                .isSameAs(context.getBean("migrationDataSource"));
                    });
            assertThat(pool.getConnection().isValid(1)).isTrue();
        }
    }

    @Test
    void a_database_that_is_not_there_keeps_the_application_from_starting() {
        application
                .withPropertyValues("ROTA_DATABASE_URL=jdbc:postgresql://127.0.0.1:" + Server.freePort() + "/rota")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("refused"));
    }
}
