package dev.rota.report;

import dev.rota.desk.Company;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reports are made of. */
@Configuration(proxyBeanMethods = false)
public class ReportConfiguration {

    /** From the chains of changes. */
    @Bean
    public Backlog backlog(JdbcClient database, Supplier<Company> company) {
        return new BacklogQuery(database, company);
    }

    /** From messages and the chains of changes. */
    @Bean
    public Waits waits(JdbcClient database, Supplier<Company> company) {
        return new WaitsQuery(database, company);
    }

    /** From assignments. */
    @Bean
    public Ownership ownership(JdbcClient database, Supplier<Company> company, Clock clock) {
        return new OwnershipQuery(database, company, clock);
    }

    /** By the company's hours. */
    @Bean
    public ResponseTimes responseTimes(Supplier<Company> company) {
        return new ResponseTimes(company);
    }
}
