package dev.rota.conversation;

import static java.time.ZoneOffset.UTC;

import dev.rota.desk.Status;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts rows into a ledger without its writer, in an order that its constraints accept. */
final class LedgerRows {

    private final JdbcClient database;
    private final AtomicInteger ids = new AtomicInteger();

    LedgerRows(JdbcClient database) {
        this.database = database;
    }

    /** Rows of a ledger that is emptied, which is quicker than to make a new one. */
    static LedgerRows inEmpty(JdbcClient database) {
        database.sql("TRUNCATE customer CASCADE").update();
        return new LedgerRows(database);
    }

    /** The conversation's id; its customer's is the same. */
    long add(Chapter chapter) {
        var id = ids.incrementAndGet();
        var at = chapter.at().atOffset(UTC);
        database.sql("INSERT INTO customer (id, name, created_at) VALUES (?, ?, ?)")
                .params(id, chapter.customer(), at)
                .update();
        database.sql("INSERT INTO customer_identity VALUES ('BSUID', ?, ?)")
                .params("BR." + id, id)
                .update();
        if (!chapter.phone().isEmpty()) {
            database.sql("INSERT INTO customer_identity VALUES ('WA_ID', ?, ?)")
                    .params(chapter.phone(), id)
                    .update();
        }
        conversation(id, chapter, at);
        change(id, 1, "opened", Status.WAITING, chapter.queue(), null, chapter.at());
        if (chapter.owner() != null) {
            assign(id, 1, chapter.owner(), chapter.at(), "[]");
        }
        return id;
    }

    private void conversation(long id, Chapter chapter, OffsetDateTime at) {
        var status = chapter.status();
        database.sql(
                        """
                        INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority,
                            owner, epoch, opened_at, waiting_since, waiting_reason, last_message_at, last_customer_at, closed_at)
                        VALUES (:id, :protocol, :number, :id, :status, :queue, 'support', :priority,
                            :owner, 1, :at, :waiting, :reason, :at, :at, :closed)
                        """)
                .param("id", id)
                .param("protocol", "20261124-%06d".formatted(id))
                .param("number", chapter.number())
                .param("status", status.label())
                .param("queue", chapter.queue())
                .param("priority", chapter.priority())
                .param("owner", chapter.owner())
                .param("at", at)
                .param("waiting", status == Status.WAITING ? at : null)
                .param("reason", status == Status.WAITING ? "nobody of support is at work" : null)
                .param("closed", status == Status.CLOSED ? at : null)
                .update();
    }

    void change(long id, int epoch, String what, Status status, String queue, @Nullable String owner, Instant at) {
        database.sql("INSERT INTO change VALUES (?, ?, DEFAULT, ?, ?, 'rota', 'the customer wrote', ?, ?, ?)")
                .params(id, epoch, at.atOffset(UTC), what, status.label(), queue, owner)
                .update();
    }

    void assign(long id, int epoch, String agent, Instant from, String because) {
        database.sql("INSERT INTO assignment VALUES (?, ?, ?, ?, NULL, 'rota', 'least loaded', ?::jsonb)")
                .params(id, epoch, agent, from.atOffset(UTC), because)
                .update();
    }

    long message(long conversation, String direction, String text, Instant at, @Nullable String author) {
        return database.sql(
                        """
                        INSERT INTO message (conversation, wamid, direction, type, text, at, status, author)
                        VALUES (?, 'wamid.' || ?, ?, 'text', ?, ?, ?, ?) RETURNING id
                        """)
                .params(
                        conversation,
                        text,
                        direction,
                        text,
                        at.atOffset(UTC),
                        direction.equals("out") ? "sent" : null,
                        author)
                .query(Long.class)
                .single();
    }

    void decision(long conversation, String queue, String because, String inquiry, Instant at) {
        database.sql(
                        """
                        INSERT INTO decision (conversation, event, at, request_type, queue, priority, route_set, because, inquiry)
                        VALUES (?, 1, ?, 'billing', ?, 2, 'a1b2', ?::jsonb, ?::jsonb)
                        """)
                .params(conversation, at.atOffset(UTC), queue, because, inquiry)
                .update();
    }

    long delivery(long conversation, String downstream, String state, int reference, Instant notBefore) {
        return database.sql(
                        """
                        INSERT INTO delivery (downstream, conversation, kind, reference, body, state, attempts, created_at,
                            not_before, last_error)
                        VALUES (?, ?, 'ticket', ?, '', ?, 2, ?, ?, 'answered 503') RETURNING id
                        """)
                .params(downstream, conversation, reference, state, notBefore.atOffset(UTC), notBefore.atOffset(UTC))
                .query(Long.class)
                .single();
    }
}
