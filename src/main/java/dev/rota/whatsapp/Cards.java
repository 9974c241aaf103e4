package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Content.Contacts.Card;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads address cards, one of which may be the customer's own. */
final class Cards {

    private Cards() {}

    /** The cards; null when there is none. */
    static @Nullable Content read(JsonNode node) {
        var cards = new ArrayList<Card>();
        for (var contact : node) {
            cards.add(card(contact));
        }
        return cards.isEmpty() ? null : new Content.Contacts(cards);
    }

    /** The number on the customer's own card; null when there is none. */
    static @Nullable String ownPhone(Content.Contacts contacts) {
        return contacts.cards().stream()
                .filter(Card::own)
                .flatMap(card -> card.phones().stream())
                .filter(phone -> phone.length() <= Node.LONGEST_ID)
                .findFirst()
                .orElse(null);
    }

    private static Card card(JsonNode contact) {
        var name = contact.path("name");
        var formatted = Node.text(name, "formatted_name");
        return new Card(
                formatted == null ? Node.text(name, "first_name") : formatted,
                phones(contact.path("phones")),
                Node.textOrEmpty(contact, "origin").equals("contact_request"));
    }

    private static List<String> phones(JsonNode phones) {
        var numbers = new ArrayList<String>();
        for (var phone : phones) {
            var number = Node.text(phone, "phone");
            var told = number == null ? Node.text(phone, "wa_id") : number;
            if (told != null) {
                numbers.add(told);
            }
        }
        return numbers;
    }
}
