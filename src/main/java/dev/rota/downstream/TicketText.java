package dev.rota.downstream;

import dev.rota.desk.Ticket;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ticket in words, for systems that have one text for all of it. */
final class TicketText {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

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
