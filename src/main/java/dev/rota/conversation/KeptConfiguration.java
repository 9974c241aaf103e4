package dev.rota.conversation;

import dev.rota.desk.Age;
import dev.rota.desk.Kept;
import dev.rota.desk.PersonalFiles;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What of the ledger of conversations is kept for a time only, and how a customer is taken out of it. */
@Configuration(proxyBeanMethods = false)
class KeptConfiguration {

    @Bean
    PersonalFiles personalFiles(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        return new CustomerErasure(jdbc, transaction, new Records(jdbc), clock);
    }

    /** The words go, the row stays: conversations keep their course and their counts. */
    @Bean
    Kept keptMessages() {
        return Kept.emptied(
                "messages",
                Age.NEVER_OVER,
                "message",
                "at",
                "UPDATE message SET text = '', content = NULL FROM old"
                        + " WHERE message.id = old.id AND (message.text <> '' OR message.content IS NOT NULL)");
    }

    @Bean
    Kept keptNotes() {
        return Kept.emptied(
                "notes",
                Age.NEVER_OVER,
                "note",
                "at",
                "UPDATE note SET text = '' FROM old WHERE note.id = old.id AND note.text <> ''");
    }

    /** The newest decision of an open conversation may be old, and is still what explains it. */
    @Bean
    Kept keptDecisions() {
        return Kept.deleted(
                "decisions",
                new Age(Duration.ofDays(180)),
                "decision",
                "at",
                "EXISTS (SELECT FROM conversation c WHERE c.id = decision.conversation AND c.status = 'closed')");
    }

    @Bean
    Kept keptNotices() {
        return Kept.deleted("notices", new Age(Duration.ofDays(90)), "notice", "at", "true");
    }

    /** News of messages that never became known: an echo may come a week late, as everything of Meta's. */
    @Bean
    Kept keptProgress() {
        return Kept.deletedInNoOrder("progress", new Age(Duration.ofDays(7)), "message_progress", "at");
    }
}
