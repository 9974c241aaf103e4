package dev.rota.journal;

import dev.rota.desk.Completion;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    Ledger ledger(Engine engine) {
        return engine.ledger();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
