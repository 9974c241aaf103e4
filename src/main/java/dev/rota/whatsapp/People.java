package dev.rota.whatsapp;

import dev.rota.whatsapp.Outline.Change;
import dev.rota.whatsapp.Outline.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The contacts of one change, found by id: they need not stand in the order of what was said. */
final class People {

    /** From here on looking through all of them for each message would take too long. */
    private static final int MANY = 16;

    private final Change change;
    private final List<Element> contacts;
    private final Map<String, Element> byUserId = new HashMap<>(0);
    private final Map<String, Element> byWaId = new HashMap<>(0);

    People(Change change) {
        this.change = change;
        this.contacts = change.contacts();
        if (contacts.size() > MANY) {
            contacts.forEach(this::index);
        }
    }

    private void index(Element contact) {
        if (contact.userId() != null) {
            byUserId.putIfAbsent(contact.userId(), contact);
        }
        if (contact.waId() != null) {
            byWaId.putIfAbsent(contact.waId(), contact);
        }
    }

    /** The contacts of the customer that an element names: one, or two where each id has its own. */
    List<Element> of(Part part, Element element) {
        if (!element.namesCustomer()) {
            // Only where nobody else is about can the one contact be meant.
            return part.isTalk() && change.size() == 1 && contacts.size() == 1 ? contacts : List.of();
        }
        var first = find(byUserId, Element::userId, element.userId());
        var second = find(byWaId, Element::waId, element.waId());
        if (first == null || second == null || first.start() == second.start()) {
            var only = first == null ? second : first;
            return only == null ? List.of() : List.of(only);
        }
        return first.start() < second.start() ? List.of(first, second) : List.of(second, first);
    }

    private @Nullable Element find(
            Map<String, Element> index, Function<Element, @Nullable String> idOf, @Nullable String id) {
        if (id == null) {
            return null;
        }
        if (contacts.size() > MANY) {
            return index.get(id);
        }
        for (var contact : contacts) {
            if (id.equals(idOf.apply(contact))) {
                return contact;
            }
        }
        return null;
    }
}
