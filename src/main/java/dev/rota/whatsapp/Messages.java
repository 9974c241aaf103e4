package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.Profile;
import dev.rota.inquiry.Said;

/** Reads a message from a customer. */
final class Messages {

    private Messages() {}

    static Heard read(Event event, JsonNode value) {
        var message = Node.first(value, "messages");
        var wamid = Node.text(message, "id");
        if (wamid == null) {
            return new Heard.Unhandled(event, "the message has no id");
        }
        var person = Person.of(message, value.path("contacts"));
        if (person.identities().isEmpty()) {
            return new Heard.Unhandled(
                    event, "the message names no customer: it has neither 'from' nor 'from_user_id', nor one contact");
        }
        var said = new Said(
                wamid,
                Contents.read(message),
                Moment.of(message, event.receivedAt()),
                true,
                Node.text(message.path("referral"), "source_id"),
                Node.text(message.path("context").path("referred_product"), "product_retailer_id"),
                Node.text(message.path("context"), "id"),
                message.path("context").path("forwarded").asBoolean());
        return Heard.Message.of(event, person.identities(), Profile.named(person.name()), said);
    }
}
