package dev.rota.downstream;

import dev.rota.desk.Ticket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ticket in words, for systems that have one text for all of it. */
final class TicketText {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

    /** The type of a line that nobody has said. */
    static final String BRIEF = "brief";

    private TicketText() {}

    /** What was said, why it is where it is, and where to answer. */
    static String of(Ticket ticket) {
        var lines = new ArrayList<String>();
        for (var message : ticket.messages()) {
            lines.add(AT.format(message.at()) + " " + spoken(ticket, message));
        }
        lines.add("");
        for (var because : ticket.because()) {
            if (because instanceof Map<?, ?> reason) {
                var why = why(reason);
                if (why != null) {
                    lines.add("• " + why);
                }
            }
        }
        lines.add(ticket.protocol() + " " + ticket.link());
        return String.join("\n", lines).strip();
    }

    /** What whoever takes the conversation over should know, as a line that its epoch tells from others. */
    static Optional<Ticket.Line> brief(Ticket ticket) {
        var brief = ticket.brief();
        if (brief == null) {
            return Optional.empty();
        }
        var lines = new ArrayList<String>();
        if (brief.question() != null) {
            lines.add("asked: " + brief.question());
        }
        if (brief.waitingSince() != null) {
            lines.add("waiting since " + AT.format(brief.waitingSince()));
        }
        if (brief.windowClosesAt() != null) {
            lines.add("may be answered freely until " + AT.format(brief.windowClosesAt()));
        }
        var at = brief.askedAt() == null ? Instant.EPOCH : brief.askedAt();
        return Optional.of(new Ticket.Line("0" + ticket.epoch(), "out", BRIEF, String.join("\n", lines), at, "rota"));
    }

    /** A message with who said it; one without words says its kind. */
    static String spoken(Ticket ticket, Ticket.Line message) {
        var words = message.text().isBlank() ? "(" + message.type() + ")" : message.text();
        return author(ticket, message) + ": " + words;
    }

    private static String author(Ticket ticket, Ticket.Line message) {
        if (message.author() != null) {
            return message.author();
        }
        var customer = ticket.customer();
        return !message.direction().equals("in")
                ? ticket.number()
                : customer.name() != null ? customer.name() : "customer " + customer.id();
    }

    /** What held of the rules, and who was chosen. */
    private static @Nullable String why(Map<?, ?> reason) {
        if (Boolean.TRUE.equals(reason.get("in"))) {
            return reason.get("agent") + ": " + reason.get("reason");
        }
        return "true".equals(String.valueOf(reason.get("value")))
                ? reason.get("file") + ":" + reason.get("line") + " " + reason.get("text")
                : null;
    }
}
