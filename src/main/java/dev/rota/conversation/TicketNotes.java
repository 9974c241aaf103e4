package dev.rota.conversation;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes that come from tickets, or go there. */
final class TicketNotes {

    private static final String WRITE =
            "INSERT INTO note (conversation, at, author, text) VALUES (:conversation, :at, :author, :text) RETURNING id";

    private final JdbcClient jdbc;
    private final Records records;
    private final Tickets tickets;
    private final Clock clock;

    TicketNotes(JdbcClient jdbc, Records records, Tickets tickets, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Keeps a note, and gives its id. */
    long write(long conversation, String text, String author) {
        records.touch(List.of(conversation));
        return jdbc.sql(WRITE)
                .param("conversation", conversation)
                .param("at", Unnest.timestamp(clock.instant()))
                .param("author", author)
                .param("text", text)
                .query(Long.class)
                .single();
    }

    /** Tells one downstream of a note in its ticket. */
    void tell(String downstream, long conversation, long note) {
        tickets.note(downstream, conversation, note);
    }

    /** Tells every downstream that has a ticket, but those that know the note. */
    void tellAll(long conversation, long note) {
        tickets.note(conversation, note);
    }
}
