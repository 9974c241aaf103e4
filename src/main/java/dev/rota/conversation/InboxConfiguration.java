package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Signals;
import dev.rota.desk.Templates;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What reads the ledger for people. */
@Configuration(proxyBeanMethods = false)
public class InboxConfiguration {

    @Bean
    Inbox inbox(JdbcClient database, PlatformTransactionManager transactions, Supplier<Company> company) {
        return new InboxQuery(database, snapshot(transactions), company);
    }

    @Bean
    Floor floor(JdbcClient database, PlatformTransactionManager transactions, Supplier<Company> company, Clock clock) {
        return new FloorQuery(database, snapshot(transactions), company, clock);
    }

    private static TransactionTemplate snapshot(PlatformTransactionManager transactions) {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return snapshot;
    }

    @Bean
    Feed feed(JdbcClient database) {
        return new Feed(database);
    }

    @Bean
    SharedLists sharedLists(Inbox inbox, Feed feed, Supplier<Company> company) {
        return new SharedLists(inbox, feed::head, company);
    }

    @Bean
    Archive archive(JdbcClient database, Supplier<Company> company) {
        return new ArchiveQuery(database, company);
    }

    @Bean
    Deliveries deliveries(JdbcClient database, Supplier<Company> company) {
        return new DeliveryQuery(database, company);
    }

    @Bean
    DeliveryBoard deliveryBoard(JdbcClient database, Supplier<Company> company) {
        return new DeliveryBoardQuery(database, company);
    }

    @Bean
    Comparison comparison(JdbcClient database, Supplier<Company> company) {
        return new ComparisonQuery(database, company);
    }

    @Bean
    Workload workload(JdbcClient database) {
        return new WorkloadQuery(database);
    }

    @Bean
    Notices notices(JdbcClient database, Supplier<Company> company, Templates templates) {
        return new NoticeBoard(database, company, templates);
    }

    @Bean
    Moves moves(JdbcClient database, Supplier<Company> company) {
        return new MovesQuery(database, company);
    }

    @Bean
    SentFiles sentFiles(JdbcClient database, Supplier<Company> company) {
        return new SentFilesQuery(database, company);
    }

    @Bean
    Attention attention(
            JdbcClient database,
            Supplier<Company> company,
            Signals signals,
            @Value("${rota.read-receipts}") boolean receipts,
            @Value("${rota.typing-indicators}") boolean typing) {
        return new SeenAttention(database, company, signals, receipts, typing);
    }
}
