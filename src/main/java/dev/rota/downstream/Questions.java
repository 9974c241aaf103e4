package dev.rota.downstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.desk.Ticket;
import org.jspecify.annotations.Nullable;

/** The questions of one errand, as Kamelets read them. */
final class Questions {

    private final Ticket command;
    private final int attempt;
    private final ObjectMapper json;
    private final JsonNode ticket;
    private final String text;
    private boolean fresh;

    Questions(Ticket command, int attempt, ObjectMapper json) {
        this.command = command;
        this.attempt = attempt;
        this.json = json;
        this.ticket = json.valueToTree(command);
        this.text = TicketText.of(command);
    }

    /** From now on, what is asked is about a ticket that was created in this attempt. */
    void fresh() {
        fresh = true;
    }

    /** What the ticket carries there, and is found by. */
    String reference() {
        return "rota-" + command.conversation();
    }

    /** What the customer carries there, and is found by. */
    String customerReference() {
        return "rota-customer-" + command.customer().id();
    }

    /** What a message carries there, and is recognized by. */
    static String marker(Ticket.Line message) {
        return "rota-m-" + message.id();
    }

    /**
     * A question.
     *
     * @param customer what was found out of the customer there
     * @param message what is to be said
     */
    ObjectNode of(Ask ask, @Nullable String ticketId, JsonNode customer, Ticket.@Nullable Line message) {
        var question = json.createObjectNode();
        question.put("ask", ask.label())
                .put("reference", reference())
                .put("customerReference", customerReference())
                .put("ticketId", ticketId)
                .put("attempt", attempt)
                .put("fresh", fresh)
                .put("text", text);
        question.set("customer", customer);
        question.set("ticket", ticket);
        var markers = question.putArray("markers");
        command.messages().forEach(line -> markers.add(marker(line)));
        if (message != null) {
            var said = (ObjectNode) json.valueToTree(message);
            question.set(
                    "message",
                    said.put("marker", marker(message))
                            .put(
                                    "private",
                                    command.op().equals("note")
                                            || message.type().equals(TicketText.BRIEF))
                            .put("spoken", TicketText.spoken(command, message)));
        }
        return question;
    }
}
