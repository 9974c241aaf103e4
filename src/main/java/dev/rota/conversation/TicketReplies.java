package dev.rota.conversation;

import dev.rota.desk.TicketNews;
import dev.rota.desk.TicketNews.Reply;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends customers what was answered in a downstream, through the same fence as every answer: its author is responsible,
 * and the ticket had all that the company had said by then.
 */
final class TicketReplies {

    /**
     * Whether somebody answered elsewhere and the ticket did not have that when its agent wrote. What the ticket began
     * with was in it from the start, and what was answered in it needed no telling.
     */
    private static final String UNSEEN =
            """
            SELECT EXISTS (
                SELECT FROM message m
                WHERE m.conversation = :conversation AND m.direction = 'out' AND m.author IS DISTINCT FROM :rota
                  AND m.at >= (SELECT min(created_at) FROM delivery
                              WHERE downstream = :downstream AND conversation = :conversation AND kind = 'ticket')
                  AND NOT EXISTS (
                      SELECT FROM delivery d
                      WHERE d.downstream = :downstream AND d.conversation = :conversation AND d.kind = 'message'
                        AND d.reference = m.id AND d.state = 'done' AND (d.outcome = 'existing' OR d.not_before <= :at)))
            """;

    private final JdbcClient jdbc;
    private final Guard guard;
    private final TicketSteps steps;
    private final Replies replies;

    TicketReplies(JdbcClient jdbc, Guard guard, TicketSteps steps, Replies replies) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.steps = steps;
        this.replies = replies;
    }

    /** Puts it on its way, and gives the message's id. */
    long send(Held held, TicketNews news, Reply reply) {
        var by = news.by() == null ? steps.responsible(held, news) : steps.agent(news.downstream(), news.by());
        guard.isOwner(held, by);
        if (unseen(held, news)) {
            throw guard.stale(held, "somebody else answered, and the ticket did not show it yet");
        }
        return replies.write(held, Answering.text(held.epoch(), null, reply.text()), by);
    }

    private boolean unseen(Held held, TicketNews news) {
        return jdbc.sql(UNSEEN)
                .param("conversation", held.id())
                .param("downstream", news.downstream())
                .param("rota", Change.ROTA)
                .param("at", Unnest.timestamp(news.at()))
                .query(Boolean.class)
                .single();
    }
}
