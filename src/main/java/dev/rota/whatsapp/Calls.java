package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.Source;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Said;
import java.util.List;

/** Reads the steps of calls over WhatsApp. */
final class Calls {

    private Calls() {}

    static Heard read(Event event, Topic topic) {
        var call = topic.element("calls");
        var id = Node.id(call, "id");
        if (id == null) {
            return new Heard.Unhandled(event, "the call has no id, or one longer than any of Meta's");
        }
        var byCustomer = !Node.textOrEmpty(call, "direction").startsWith("BUSINESS");
        var person = byCustomer ? Person.writer(call, topic.contacts()) : Person.reader(call, topic.contacts());
        if (person.identities().isEmpty()) {
            return new Heard.Unhandled(event, "the call names no customer");
        }
        var step = step(call);
        var moment = Moment.of(call, event.receivedAt());
        // The steps of a call share its id, and each is shown by itself.
        var said = new Said(
                id + "/" + step,
                new Content.Call(step, byCustomer),
                moment.at(),
                moment.timed(),
                null,
                null,
                null,
                false);
        return new Heard.Message(event, Source.CUSTOMER, person.identities(), List.of(), person.profile(), said);
    }

    private static String step(JsonNode call) {
        var step = Node.word(call, "event");
        return step == null ? "unknown" : step;
    }
}
