package dev.rota.conversation;

import dev.rota.conversation.Refusal.Invalid;
import dev.rota.desk.Attachments;
import dev.rota.desk.Company;
import dev.rota.desk.Delivery;
import dev.rota.desk.Downstream;
import dev.rota.desk.Identity.Kind;
import dev.rota.desk.MessageStatus;
import dev.rota.desk.Outgoing;
import dev.rota.desk.Reply;
import dev.rota.desk.Viewer;
import dev.rota.desk.Wording;
import dev.rota.inquiry.Content;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes replies down and puts them on their way: one that is too late, or that Meta would not take, is refused. */
final class Replies {

    /** How long after a customer's message Meta lets the company answer freely. */
    static final Duration WINDOW = Duration.ofHours(24);

    private static final String WRITE =
            """
            INSERT INTO message (conversation, direction, type, text, content, at, status, author, anyway)
            VALUES (:conversation, 'out', :type, :text, :content::jsonb, :at, :status, :author, :anyway)
            RETURNING id
            """;

    /** What Rota says by itself answers nobody. */
    private static final String SPEAK =
            """
            UPDATE conversation
            SET last_message_at = greatest(last_message_at, :at),
                unanswered_since = CASE WHEN NOT :person THEN unanswered_since END,
                replied_at = CASE WHEN :person THEN :at ELSE replied_at END,
                lapses = CASE WHEN :person THEN 0 ELSE lapses END
            WHERE id = :id
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Outgoing outgoing;
    private final Attachments attachments;
    private final TemplateGate templates;
    private final Clock clock;

    Replies(
            JdbcClient jdbc,
            Supplier<Company> company,
            Outgoing outgoing,
            TemplateGate templates,
            Attachments attachments,
            Clock clock) {
        this.jdbc = jdbc;
        this.company = company;
        this.outgoing = outgoing;
        this.attachments = attachments;
        this.templates = templates;
        this.clock = clock;
    }

    /** Writes a reply and its delivery, and gives the message's id. */
    long write(Held held, Answering answer, Viewer by) {
        var wording = checked(held.number(), held.customer(), answer.wording());
        var now = clock.instant();
        if (!wording.opensWindow() && !isOpen(held, now)) {
            throw new Invalid(wording.type(), "the 24 h window is closed; only a template can reach the customer now");
        }
        return send(
                new Destination(held.id(), held.number(), held.address()), wording, by.name(), answer.anyway(), now);
    }

    /**
     * What Meta takes of a wording.
     *
     * @param number Meta's id of the number
     * @throws Invalid with the first field that it would refuse
     */
    Wording checked(String number, long customer, Wording wording) {
        var passed = templates.pass(number, customer, wording);
        passed.faults().stream().findFirst().ifPresent(fault -> {
            throw new Invalid(fault.field(), fault.sentence());
        });
        return passed;
    }

    /**
     * Writes down what is said and puts it on its way, whatever the window; gives the message's id.
     *
     * @param author a person's name, or {@code rota}
     * @param anyway why it goes out though its author had not seen everything, or null
     */
    long send(Destination to, Wording wording, String author, @Nullable String anyway, Instant now) {
        var message = jdbc.sql(WRITE)
                .param("conversation", to.conversation())
                .param("type", wording.type())
                .param("text", wording.text())
                .param("content", content(wording))
                .param("at", Unnest.timestamp(now))
                .param("status", MessageStatus.QUEUED.label())
                .param("author", author)
                .param("anyway", anyway)
                .query((row, n) -> row.getLong(1))
                .single();
        if (wording instanceof Wording.Upload upload
                && !attachments.attach(upload.file(), to.conversation(), message)) {
            throw new Invalid("media.file", "there is no such upload to this conversation, or it was sent already");
        }
        jdbc.sql(SPEAK)
                .param("at", Unnest.timestamp(now))
                .param("person", !author.equals(Change.ROTA))
                .param("id", to.conversation())
                .update();
        outgoing.add(List.of(delivery(to, message, wording)));
        return message;
    }

    /** What the message shows beside its words. */
    private static @Nullable String content(Wording wording) {
        if (wording instanceof Wording.File file) {
            return Json.of(new Content.Media(file.type(), file.media(), null, file.caption(), file.filename()));
        }
        return wording instanceof Wording.Upload upload
                ? Json.of(new Content.Media(upload.type(), "", null, upload.caption(), upload.filename()))
                : null;
    }

    private static boolean isOpen(Held held, Instant now) {
        return held.lastCustomerAt() != null
                && !now.isAfter(held.lastCustomerAt().plus(WINDOW));
    }

    /** To exactly the id that the customer's latest message came from. */
    private Delivery delivery(Destination to, long message, Wording wording) {
        var number = company.get()
                .numberById(to.number())
                .map(dev.rota.desk.Number::name)
                .orElse(to.number());
        var reply = new Reply(
                String.valueOf(message),
                number,
                addressed(to, Kind.WA_ID),
                addressed(to, Kind.BSUID, Kind.PARENT),
                addressed(to, Kind.GROUP),
                wording);
        return new Delivery(Downstream.WHATSAPP + number, to.conversation(), Delivery.Kind.REPLY, message, reply);
    }

    private static @Nullable String addressed(Destination to, Kind... kinds) {
        var address = to.address();
        return address != null && List.of(kinds).contains(address.kind()) ? address.value() : null;
    }
}
