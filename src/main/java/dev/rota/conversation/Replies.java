package dev.rota.conversation;

import dev.rota.conversation.Refusal.Invalid;
import dev.rota.desk.Company;
import dev.rota.desk.Delivery;
import dev.rota.desk.Downstream;
import dev.rota.desk.Identity.Kind;
import dev.rota.desk.MessageStatus;
import dev.rota.desk.Outgoing;
import dev.rota.desk.Reply;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes replies down and puts them on their way: one that was written on a stale view, or too late, is refused. */
final class Replies {

    /** How long after a customer's message Meta lets the company answer freely. */
    private static final Duration WINDOW = Duration.ofHours(24);

    /** Meta's limit for the body of a text message, in characters. */
    private static final int LONGEST = 4096;

    private static final String WRITE =
            """
            INSERT INTO message (conversation, direction, type, text, at, status, author)
            VALUES (:conversation, 'out', 'text', :text, :at, :status, :author)
            RETURNING id
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Guard guard;
    private final Outgoing outgoing;
    private final Clock clock;

    Replies(JdbcClient jdbc, Supplier<Company> company, Guard guard, Outgoing outgoing, Clock clock) {
        this.jdbc = jdbc;
        this.company = company;
        this.guard = guard;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    /** Writes a reply and its delivery, and gives the message's id. */
    long write(Held held, @Nullable Long seen, String text, Viewer by) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Invalid("text", "a text has 1 to " + LONGEST + " characters; this one has " + text.length());
        }
        if (answeredSince(held, seen)) {
            throw guard.stale(held, "a reply went out since you saw the conversation");
        }
        var now = clock.instant();
        if (held.lastCustomerAt() == null || now.isAfter(held.lastCustomerAt().plus(WINDOW))) {
            throw new Invalid("text", "the 24 h window is closed; only a template can reach the customer now");
        }
        var message = jdbc.sql(WRITE)
                .param("conversation", held.id())
                .param("text", text)
                .param("at", Unnest.timestamp(now))
                .param("status", MessageStatus.QUEUED.label())
                .param("author", by.name())
                .query((row, n) -> row.getLong(1))
                .single();
        jdbc.sql("UPDATE conversation SET last_message_at = greatest(last_message_at, :at) WHERE id = :id")
                .param("at", Unnest.timestamp(now))
                .param("id", held.id())
                .update();
        outgoing.add(List.of(delivery(held, message, text)));
        return message;
    }

    private boolean answeredSince(Held held, @Nullable Long seen) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM message"
                        + " WHERE conversation = :id AND direction = 'out' AND id > :seen)")
                .param("id", held.id())
                .param("seen", seen == null ? 0 : seen)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** To exactly the id that the customer's latest message came from. */
    private Delivery delivery(Held held, long message, String text) {
        var number = company.get()
                .numberById(held.number())
                .map(dev.rota.desk.Number::name)
                .orElse(held.number());
        var reply = new Reply(
                String.valueOf(message),
                number,
                addressed(held, Kind.WA_ID),
                addressed(held, Kind.BSUID, Kind.PARENT),
                addressed(held, Kind.GROUP),
                text);
        return new Delivery(Downstream.WHATSAPP + number, held.id(), Delivery.Kind.REPLY, message, reply);
    }

    private static @Nullable String addressed(Held held, Kind... kinds) {
        var address = held.address();
        return address != null && List.of(kinds).contains(address.kind()) ? address.value() : null;
    }
}
