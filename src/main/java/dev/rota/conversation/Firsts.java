package dev.rota.conversation;

import dev.rota.conversation.Addressees.Addressee;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.routing.Priority;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes conversations that the company begins; they wait until their owner is written. */
final class Firsts {

    private static final String OPEN =
            "SELECT * FROM conversation WHERE number = ? AND customer = ? AND status <> 'closed' FOR UPDATE";

    private static final String WRITE =
            """
            INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, epoch,
                                      opened_at, waiting_since, last_message_at, reply_kind, reply_to, begun_by, aging)
            VALUES (:id, :protocol, :number, :customer, 'waiting', :queue, :type, :priority, 1,
                    :now, :now, :now, :replyKind, :replyTo, :by, :aging)
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;

    Firsts(JdbcClient jdbc, Supplier<Company> company) {
        this.jdbc = jdbc;
        this.company = company;
    }

    /** The open conversation of a customer with a number, held; empty when there is none. */
    Optional<Held> open(long customer, String number) {
        return jdbc.sql(OPEN)
                .params(number, customer)
                .query((row, n) -> Guard.held(row))
                .optional();
    }

    /** Writes one, and gives its id. */
    long write(Number number, Addressee to, String queue, int aging, String by, Instant now) {
        var id = Sequence.next(jdbc, "conversation_id", 1).removeFirst();
        var count = Sequence.next(jdbc, "protocol_number", 1).removeFirst();
        jdbc.sql(WRITE)
                .param("id", id)
                .param("protocol", Openings.protocol(company.get(), number.id(), count, now))
                .param("number", number.id())
                .param("customer", to.customer())
                .param("queue", queue)
                .param("type", Openings.NONE)
                .param("priority", Priority.NORMAL.rank())
                .param("now", Unnest.timestamp(now))
                .param("replyKind", to.address().kind().name())
                .param("replyTo", to.address().value())
                .param("by", by)
                .param("aging", aging)
                .update();
        return id;
    }
}
