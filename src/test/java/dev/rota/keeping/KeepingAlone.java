package dev.rota.keeping;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Age;
import dev.rota.desk.Company;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.FactCheck;
import dev.rota.desk.Kept;
import dev.rota.desk.Rules;
import dev.rota.desk.Signals;
import dev.rota.desk.TemplateList;
import dev.rota.desk.Templates;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The edges that keep something of customers, and what erases it; nothing is handled. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({"dev.rota.journal", "dev.rota.conversation", "dev.rota.downstream", "dev.rota.media"})
@org.springframework.context.annotation.Import(KeepingConfiguration.class)
@ImportAutoConfiguration({
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
class KeepingAlone {

    @Bean
    DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ObjectMapper json() {
        return new ObjectMapper();
    }

    @Bean
    Supplier<Company> company() {
        return ExampleCompany::get;
    }

    @Bean
    Signals signals() {
        return signal -> {
            throw new AssertionError("nobody is attended to here");
        };
    }

    /** Nothing is sent here, so nothing is known of templates. */
    @Bean
    Templates templates() {
        return new Templates() {
            @Override
            public TemplateList of(String number) {
                return TemplateList.UNKNOWN;
            }

            @Override
            public void outdated() {
                throw new AssertionError("nothing is handled here");
            }
        };
    }

    /** Rules are no edge's data; here there are none to keep. */
    @Bean
    Kept keptRules() {
        var nothing = "SELECT NULL::bigint AS next, false AS settled, 0::bigint AS changed";
        return new Kept("rules", new Age(Duration.ofDays(180)), nothing);
    }

    @Bean
    Supplier<Rules> rules() {
        return () -> new Rules("test", ExampleCompany.get(), inquiry -> {
            throw new AssertionError("nothing is decided here");
        });
    }

    @Bean
    FactCheck anyFacts() {
        return (company, fact, value) -> Optional.empty();
    }
}
