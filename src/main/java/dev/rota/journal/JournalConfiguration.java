package dev.rota.journal;

import dev.rota.desk.Age;
import dev.rota.desk.Company;
import dev.rota.desk.Completion;
import dev.rota.desk.Erasable;
import dev.rota.desk.Gathering;
import dev.rota.desk.Kept;
import dev.rota.inquiry.Durations;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes the journal and its lanes; it has registered with the other engines before anything that depends on it starts. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean(initMethod = "start", destroyMethod = "stop")
    @DependsOnDatabaseInitialization
    Engine journalEngine(
            DataSource database,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${rota.engine:}") String name,
            @Value("${rota.webhook-port:8081}") int port,
            @Value("${rota.workers:0}") int workers) {
        var threads = workers > 0 ? workers : 2 * Runtime.getRuntime().availableProcessors();
        return Engine.of(name.isBlank() ? hostName() + ":" + port : name, database, transactions, clock, threads);
    }

    @Bean(destroyMethod = "")
    Journal journal(Engine engine) {
        return engine.journal();
    }

    @Bean(destroyMethod = "")
    Lanes lanes(Engine engine) {
        return engine.lanes();
    }

    @Bean
    Completion completion(Engine engine) {
        return engine.completion();
    }

    @Bean
    Gathering gathering(Engine engine) {
        return engine.gathering();
    }

    @Bean
    Ledger ledger(Engine engine) {
        return engine.ledger();
    }

    @Bean
    Parked parked(Engine engine) {
        return engine.parked();
    }

    @Bean
    Balances balances(
            Ledger ledger,
            Supplier<Company> company,
            Clock clock,
            @Value("${rota.silent-after:24h}") String silentAfter) {
        return new Balances(ledger::figures, company, clock, Durations.parse(silentAfter));
    }

    @Bean
    LedgerMetrics ledgerMetrics(Balances balances, Supplier<Company> company, Clock clock) {
        return new LedgerMetrics(balances, company, clock);
    }

    /** Its name makes it the component {@code ledger}. */
    @Bean
    LedgerHealth ledgerHealthIndicator(Balances balances) {
        return new LedgerHealth(balances);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    LedgerSweep ledgerSweep(Ledger ledger) {
        return new LedgerSweep(ledger::figures);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    OldDays oldDays(
            Engine engine, JdbcClient jdbc, Clock clock, @Value("${rota.retention.journal:30d}") String retention) {
        return new OldDays(jdbc, clock, Age.parse(retention));
    }

    @Bean
    Kept keptParked() {
        return Parked.KEPT;
    }

    @Bean
    Erasable journalErasure(JdbcClient jdbc) {
        return new JournalErasure(jdbc);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
