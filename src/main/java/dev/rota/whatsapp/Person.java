package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rota.desk.Identity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a message.
 *
 * @param identities the ids, strongest first; empty when the message names nobody
 * @param name the name in the profile
 */
record Person(List<Identity> identities, @Nullable String name) {

    /** The writer of a message, with what its contact adds, found by id: contacts need not stand in the same order. */
    static Person of(JsonNode message, JsonNode contacts) {
        var userId = Node.text(message, "from_user_id");
        var from = Node.text(message, "from");
        var contact = contact(contacts, userId, from);
        var identities = new ArrayList<Identity>(2);
        add(identities, Identity.Kind.BSUID, userId, Node.text(contact, "user_id"));
        add(identities, Identity.Kind.WA_ID, Node.text(contact, "wa_id"), from);
        return new Person(identities, Node.text(contact.path("profile"), "name"));
    }

    private static JsonNode contact(JsonNode contacts, @Nullable String userId, @Nullable String from) {
        if (userId == null && from == null) {
            return contacts.size() == 1 ? contacts.path(0) : MissingNode.getInstance();
        }
        for (var contact : contacts) {
            if ((from != null && from.equals(Node.text(contact, "wa_id")))
                    || (userId != null && userId.equals(Node.text(contact, "user_id")))) {
                return contact;
            }
        }
        return MissingNode.getInstance();
    }

    private static void add(
            List<Identity> identities, Identity.Kind kind, @Nullable String value, @Nullable String otherwise) {
        var id = value == null ? otherwise : value;
        if (id != null) {
            identities.add(new Identity(kind, id));
        }
    }

    @Override
    public String toString() {
        return "Person" + identities;
    }
}
