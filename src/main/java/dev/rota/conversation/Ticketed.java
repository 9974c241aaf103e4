package dev.rota.conversation;

import dev.rota.desk.TicketNews;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the conversation whose ticket a piece of news is about. */
final class Ticketed {

    private static final Pattern REFERENCE = Pattern.compile("rota-(\\d{1,18})");

    /** A ticket whose making is not settled yet is known by its reference alone. */
    private static final String FIND =
            """
            SELECT coalesce(
                (SELECT conversation FROM ticket WHERE downstream = :downstream AND ticket_id = :ticket
                 ORDER BY conversation DESC LIMIT 1),
                (SELECT conversation FROM delivery
                 WHERE downstream = :downstream AND conversation = :reference AND kind = 'ticket' LIMIT 1))
            """;

    private final JdbcClient jdbc;

    Ticketed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Long> find(TicketNews news) {
        return jdbc.sql(FIND)
                .param("downstream", news.downstream())
                .param("ticket", news.ticketId())
                .param("reference", conversation(news.reference()))
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    private static @Nullable Long conversation(@Nullable String reference) {
        var found = REFERENCE.matcher(reference == null ? "" : reference);
        return found.matches() ? Long.valueOf(found.group(1)) : null;
    }
}
