package dev.rota.conversation;

import dev.rota.desk.Attachments;
import dev.rota.desk.Company;
import dev.rota.desk.Completion;
import dev.rota.desk.FactCheck;
import dev.rota.desk.Gathering;
import dev.rota.desk.Newsroom;
import dev.rota.desk.Outgoing;
import dev.rota.desk.Rules;
import dev.rota.desk.Settled;
import dev.rota.desk.Templates;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the ledger of conversations together. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

    /** What decides for everybody; {@code rules} alone are those of the files. */
    @Bean(initMethod = "refresh")
    @Primary
    Exceptions exceptions(@Qualifier("rules") Supplier<Rules> rules, JdbcClient jdbc, Clock clock) {
        return new Exceptions(rules, jdbc, clock);
    }

    @Bean
    Standings standings(JdbcClient jdbc, Supplier<Rules> rules, Clock clock) {
        return new Standings(jdbc, rules, clock);
    }

    @Bean
    Settled settled(JdbcClient jdbc, Clock clock) {
        return new Settlements(jdbc, new Records(jdbc), clock);
    }

    @Bean
    Ledgers ledgers(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Exceptions rules,
            FactCheck facts,
            Completion completion,
            Gathering gathering,
            Outgoing outgoing,
            Templates templates,
            Attachments attachments,
            Clock clock,
            @Value("${rota.public-url}") String publicUrl) {
        return Ledgers.of(
                jdbc,
                transaction,
                rules,
                facts,
                completion,
                gathering,
                outgoing,
                templates,
                attachments,
                clock,
                publicUrl);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LedgerWriter ledgerWriter(Ledgers ledgers) {
        return ledgers.ledger();
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    MessageWords messageWords(JdbcClient jdbc, TransactionTemplate transaction, Gathering gathering) {
        return new MessageWords(jdbc, transaction, gathering);
    }

    @Bean
    Drainer drainer(Ledgers ledgers) {
        return ledgers.drainer();
    }

    @Bean
    Patiences patiences(Ledgers ledgers) {
        return ledgers.patiences();
    }

    @Bean
    Commands commands(Ledgers ledgers) {
        return ledgers.commands();
    }

    @Bean
    Beginnings beginnings(Ledgers ledgers) {
        return ledgers.beginnings();
    }

    @Bean
    Notes notes(Ledgers ledgers) {
        return ledgers.notes();
    }

    @Bean
    FileRetries fileRetries(
            JdbcClient jdbc, TransactionTemplate transaction, Supplier<Company> company, Attachments attachments) {
        return new GuardedFiles(transaction, new Guard(jdbc, company), attachments, new Records(jdbc));
    }

    @Bean
    Newsroom newsroom(Ledgers ledgers) {
        return ledgers.newsroom();
    }

    @Bean
    Presences presences(Ledgers ledgers) {
        return ledgers.presences();
    }

    @Bean
    Pauses pauses(Ledgers ledgers) {
        return ledgers.pauses();
    }

    @Bean
    Redecisions redecisions(Ledgers ledgers) {
        return ledgers.redecisions();
    }

    @Bean
    Switchovers switchovers(Ledgers ledgers) {
        return ledgers.switchovers().switchovers();
    }

    @Bean
    FloorActions floorActions(Ledgers ledgers) {
        return ledgers.floorActions();
    }

    @Bean
    DueSwitchovers dueSwitchovers(Ledgers ledgers) {
        return ledgers.switchovers().due();
    }

    @Bean
    RoutingOverrides routingOverrides(Ledgers ledgers) {
        return ledgers.overrides().overrides();
    }

    @Bean
    DueOverrides dueOverrides(Ledgers ledgers) {
        return ledgers.overrides().due();
    }
}
