package dev.rota.conversation;

import dev.rota.desk.NewsOutcome;
import dev.rota.desk.TicketNews;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers for ever which news of tickets has been heard, and what became of it. */
final class HeardNews {

    private static final String KEEP =
            """
            INSERT INTO ticket_news (downstream, key, conversation, what, outcome, reason, at)
            VALUES (:downstream, :key, :conversation, :what, :outcome, :reason, :at)
            """;

    private final JdbcClient jdbc;

    HeardNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean knows(TicketNews news) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ticket_news WHERE downstream = :downstream AND key = :key)")
                .param("downstream", news.downstream())
                .param("key", news.key())
                .query(Boolean.class)
                .single();
    }

    /** @param reason why it was refused, in a sentence; null when it was not */
    void keep(TicketNews news, long conversation, NewsOutcome outcome, @Nullable String reason) {
        jdbc.sql(KEEP)
                .param("downstream", news.downstream())
                .param("key", news.key())
                .param("conversation", conversation)
                .param("what", news.what().label())
                .param("outcome", outcome.label())
                .param("reason", reason)
                .param("at", Unnest.timestamp(news.at()))
                .update();
    }
}
