package dev.rota.whatsapp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a webhook stand in its bytes: from the first byte of each to behind its last.
 *
 * @param product whose news it is
 * @param entries the list of entries
 */
record Outline(Product product, Array<Entry> entries) {

    /** A JSON array, brackets included. */
    record Array<T>(int start, int end, List<T> items) {}

    /**
     * What concerns one account.
     *
     * @param time the seconds that account notices carry
     * @param changes null when it holds no list of changes
     * @param talks the lists in which Messenger and Instagram keep what was said, as they follow each other
     */
    record Entry(
            int start,
            int end,
            @Nullable String id,
            @Nullable String time,
            @Nullable Array<Change> changes,
            List<Array<Element>> talks) {}

    /**
     * One change of a field.
     *
     * @param number the {@code phone_number_id} in its value, empty when it names none
     * @param sender the customer whom its value names as the sender
     * @param sections the known lists in its value, as they follow each other
     */
    record Change(
            int start,
            int end,
            @Nullable String field,
            String number,
            @Nullable String sender,
            List<Section> sections) {

        /** The people whom it names. */
        List<Element> contacts() {
            for (var section : sections) {
                if (section.part == Part.CONTACTS && !section.array.items.isEmpty()) {
                    return section.array.items;
                }
            }
            return List.of();
        }

        /** How many elements it holds, of whatever part. */
        int size() {
            var size = 0;
            for (var section : sections) {
                size += section.part == Part.CONTACTS ? 0 : section.array.items.size();
            }
            return size;
        }

        /** Whether it is the place for what its lists hold; elsewhere they mean something else, such as history. */
        boolean isPlaceForItsElements() {
            for (var section : sections) {
                if (!section.array.items.isEmpty() && !section.part.belongsTo(field)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether it tells of a thread that went from one app to another. */
        boolean isHandover() {
            return "messaging_handovers".equals(field);
        }
    }

    /**
     * One list of a value.
     *
     * @param nested whether it stands in the value's {@code standby}
     */
    record Section(Part part, boolean nested, Array<Element> array) {}

    /**
     * One element of a list, with the facts that tell it from others.
     *
     * @param time the seconds of a message, a status or an echo
     * @param label a message's type, a status's name, a call's step
     * @param waId the customer's WhatsApp id
     * @param userId the customer's business-scoped id
     * @param group the group that a message was said in
     * @param participant the member of a group that a status is about
     */
    record Element(
            int start,
            int end,
            @Nullable String id,
            @Nullable String time,
            @Nullable String label,
            @Nullable String waId,
            @Nullable String userId,
            @Nullable String group,
            @Nullable String participant) {

        /** Whether it says who the customer is. */
        boolean namesCustomer() {
            return waId != null || userId != null;
        }

        @Override
        public String toString() {
            return "Element[" + start + "-" + end + "]";
        }
    }

    /** Everything that becomes an event, in the order of the body. */
    List<Piece> pieces() {
        var pieces = new ArrayList<Piece>(2);
        for (var entry : entries.items) {
            var before = pieces.size();
            if (product == Product.WHATSAPP) {
                addChanges(pieces, entry);
            } else {
                addTalks(pieces, entry);
            }
            if (pieces.size() == before) {
                pieces.add(new Piece.OfEntry(product, entry));
            }
        }
        return pieces;
    }

    private static void addChanges(List<Piece> pieces, Entry entry) {
        var changes = entry.changes;
        if (changes == null) {
            return;
        }
        for (var change : changes.items) {
            var before = pieces.size();
            var whole = new Piece.OfChange(entry, changes, change);
            if (change.isPlaceForItsElements()) {
                addElements(pieces, whole);
            }
            if (pieces.size() == before) {
                pieces.add(whole);
            }
        }
    }

    private static void addElements(List<Piece> pieces, Piece.OfChange whole) {
        var people = new People(whole.change());
        for (var section : whole.change().sections) {
            if (section.part != Part.CONTACTS) {
                section.array.items.forEach(element ->
                        pieces.add(new Piece.OfElement(whole, section, element, people.of(section.part, element))));
            }
        }
    }

    private void addTalks(List<Piece> pieces, Entry entry) {
        for (var talk : entry.talks) {
            talk.items.forEach(element -> pieces.add(new Piece.OfTalk(product, entry, talk, element)));
        }
    }
}
