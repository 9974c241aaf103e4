package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Source;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a customer and the company said to each other. */
final class Messages {

    private Messages() {}

    /** A message from a customer, to us or to the app that answers while we stand by. */
    static Heard read(Event event, Topic topic) {
        var message = topic.element("messages");
        var source = topic.isStandby() ? Source.STANDBY : Source.CUSTOMER;
        var person = Person.writer(message, topic.contacts());
        if (Node.textOrEmpty(message, "type").equals("system")) {
            var moves = Moves.of(message);
            // Where no id is new, the sender's are the customer's.
            return moves.now().isEmpty()
                    ? said(event, source, person, List.of(), message)
                    : said(event, source, new Person(moves.now(), person.profile()), moves.left(), message);
        }
        return said(event, source, person, List.of(), message);
    }

    /** A message to a customer that was sent from a phone of the company's, or by another app. */
    static Heard echo(Event event, Topic topic) {
        var message = topic.element("message_echoes");
        var source = topic.field().equals("smb_message_echoes") ? Source.PHONE_APP : Source.OTHER_APP;
        return said(event, source, Person.reader(message, topic.contacts()), List.of(), message);
    }

    private static Heard said(Event event, Source source, Person person, List<Identity> left, JsonNode message) {
        var wamid = Node.id(message, "id");
        if (wamid == null) {
            return new Heard.Unhandled(event, "the message has no id, or one longer than any of Meta's");
        }
        if (person.identities().isEmpty()) {
            return new Heard.Unhandled(
                    event,
                    source.isCustomer()
                            ? "the message names no customer: it has neither 'from' nor 'from_user_id', nor one contact"
                            : "the echo names no customer: it has neither 'to' nor 'to_user_id', nor one contact");
        }
        var content = Contents.read(message);
        var customer = content instanceof Content.Contacts contacts && source.isCustomer()
                ? person.withPhone(Cards.ownPhone(contacts))
                : person;
        var said = said(wamid, content, message, Moment.of(message, event.receivedAt()));
        return new Heard.Message(event, source, customer.identities(), left, customer.profile(), said);
    }

    private static Said said(String wamid, Content content, JsonNode message, Moment moment) {
        var context = message.path("context");
        return new Said(
                wamid,
                content,
                moment.at(),
                moment.timed(),
                Node.text(message.path("referral"), "source_id"),
                Node.text(context.path("referred_product"), "product_retailer_id"),
                about(message, context),
                context.path("forwarded").asBoolean()
                        || context.path("frequently_forwarded").asBoolean());
    }

    /** The message that it reacts to, edits, revokes or answers. */
    private static @Nullable String about(JsonNode message, JsonNode context) {
        var type = Node.textOrEmpty(message, "type");
        return switch (type) {
            case "reaction" -> Node.id(message.path(type), "message_id");
            case "edit", "revoke" -> Node.id(message.path(type), "original_message_id");
            default -> Node.id(context, "id");
        };
    }
}
