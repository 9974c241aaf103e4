package dev.rota.flow;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rota.customer.Customers;
import dev.rota.customer.Histories;
import dev.rota.customer.Languages;
import dev.rota.desk.Decisions;
import dev.rota.desk.FactCheck;
import dev.rota.desk.Gathering;
import dev.rota.desk.Inquiries;
import dev.rota.desk.Rules;
import dev.rota.desk.WorkThreads;
import dev.rota.flow.triage.AskedFacts;
import dev.rota.flow.work.LaneEvents;
import dev.rota.flow.work.StatusEvents;
import dev.rota.flow.work.WorkComponent;
import dev.rota.journal.Lanes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the route files what they refer to by name. */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

    @Bean
    WorkComponent work(CamelContext camel) {
        return new WorkComponent(camel);
    }

    /** Where {@code work:events} takes from. */
    @Bean
    LaneEvents events(Lanes lanes, StatusEvents statuses) {
        return new LaneEvents(lanes, statuses);
    }

    /** Where {@code work:statuses} takes from. */
    @Bean
    StatusEvents statuses(Lanes lanes, Gathering gathering) {
        return new StatusEvents(lanes::letDoorPass, gathering);
    }

    @Bean
    Customers customers() {
        return new Customers();
    }

    @Bean
    Histories histories() {
        return new Histories();
    }

    @Bean
    Inquiries inquiries(Clock clock) {
        return new Inquiries(clock, new Languages());
    }

    @Bean
    Decisions decisions() {
        return new Decisions();
    }

    @Bean
    FactCheck askedFacts() {
        return new AskedFacts();
    }

    @Bean
    Explainer explainer(Supplier<Rules> rules) {
        return new Explainer(rules);
    }

    /** What goes on to the system that answered before Rota carries Meta's signature, and nothing of ours. */
    @Bean
    HeaderFilterStrategy copyHeaders() {
        return new HttpHeaders(Set.of("Content-Type", "X-Hub-Signature-256"), Set.of("Retry-After"));
    }

    @Bean
    HeaderFilterStrategy graphHeaders() {
        return new HttpHeaders(Set.of("Content-Type", "Authorization"), Set.of("X-Business-Use-Case-Usage"));
    }

    /** The door has event loops of its own; all that Camel's own threads do is work behind it. */
    @Bean
    CamelContextConfiguration doorGoesFirst() {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                camel.getExecutorServiceManager()
                        .addThreadFactoryListener((source, threads) -> WorkThreads.of(threads));
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {
                // nothing is left to do
            }
        };
    }

    /** An engine that has loaded no routes would look well and take no message. */
    @Bean
    ApplicationListener<ApplicationStartedEvent> routesAreThere(
            CamelContext camel, @Value("${rota.routes-dir}") String folder) {
        return started -> {
            if (camel.getRoute("receive.webhook") == null) {
                throw new IllegalStateException(folder + " has no route receive.webhook; is ROTA_ROUTES_DIR right?");
            }
        };
    }

    /**
     * The database for look-ups, in a pool of its own and with a deadline for each, so that a slow query costs the rest
     * nothing. {@code defaultCandidate}: it is nobody's DataSource unless by name.
     */
    @Bean(defaultCandidate = false)
    HikariDataSource lookupPool(HikariDataSource database, @Value("${rota.lookup-deadline}") Duration deadline) {
        var lookups = new HikariConfig();
        lookups.setPoolName("lookups");
        lookups.setJdbcUrl(database.getJdbcUrl());
        lookups.setUsername(database.getUsername());
        lookups.setPassword(database.getPassword());
        lookups.setConnectionInitSql(database.getConnectionInitSql());
        lookups.setReadOnly(true);
        lookups.setMaximumPoolSize(8);
        lookups.setConnectionTimeout(Math.max(250, deadline.toMillis()));
        lookups.addDataSourceProperty("options", "-c statement_timeout=" + deadline.toMillis());
        lookups.addDataSourceProperty("ApplicationName", "rota-lookups");
        lookups.setInitializationFailTimeout(-1);
        return new HikariDataSource(lookups);
    }

    /** What route files call {@code #lookups}. */
    @Bean(defaultCandidate = false)
    DataSource lookups(@Qualifier("lookupPool") HikariDataSource pool) {
        return new CountedParameters(pool);
    }
}
