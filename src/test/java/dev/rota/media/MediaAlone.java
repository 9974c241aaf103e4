package dev.rota.media;

import dev.rota.config.ConfigReader;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Company;
import dev.rota.desk.MessageStatus;
import dev.rota.desk.MovableClock;
import dev.rota.desk.Settled;
import dev.rota.flow.HttpHeaders;
import dev.rota.flow.work.WorkComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The way of a file from its message into the folder, with the routes as they are and a Meta of our own. */
@EnableAutoConfiguration(exclude = {FlywayAutoConfiguration.class, QuartzAutoConfiguration.class})
@ComponentScan({"dev.rota.media", "dev.rota.whatsapp"})
class MediaAlone {

    static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-11-24T12:00:00Z"));
    static final FakeMeta META = new FakeMeta(CLOCK);

    /** Conversations that the screens were told of. */
    static final List<Long> TOUCHED = new CopyOnWriteArrayList<>();

    @Bean
    DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    MovableClock clock() {
        return CLOCK;
    }

    @Bean
    Supplier<Company> company() {
        var company = ConfigReader.read(Path.of("config"), name -> "test").required();
        return () -> company;
    }

    @Bean
    WorkComponent work(CamelContext camel) {
        return new WorkComponent(camel);
    }

    @Bean
    HeaderFilterStrategy graphHeaders() {
        return new HttpHeaders(Set.of("Content-Type", "Authorization"), Set.of("X-Business-Use-Case-Usage"));
    }

    @Bean
    Settled settled() {
        return new Settled() {
            @Override
            public void accepted(long message, String wamid) {}

            @Override
            public void joined(long message) {}

            @Override
            public void failed(long message, MessageStatus status, @Nullable String error) {}

            @Override
            public void touched(Collection<Long> conversations) {
                TOUCHED.addAll(conversations);
            }
        };
    }
}
