package dev.rota.whatsapp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a webhook stand in its bytes: from the first byte of each to behind its last.
 *
 * @param entries the list of entries
 */
record Outline(Array<Entry> entries) {

    /** A JSON array, brackets included. */
    record Array<T>(int start, int end, List<T> items) {}

    /**
     * What concerns one account.
     *
     * @param time the seconds that account notices carry
     * @param changes null when it holds no list of changes
     */
    record Entry(int start, int end, @Nullable String id, @Nullable String time, @Nullable Array<Change> changes) {}

    /**
     * One change of a field.
     *
     * @param number the {@code phone_number_id} in its value, empty when it names none
     * @param sections the known lists in its value, as they follow each other
     */
    record Change(int start, int end, @Nullable String field, String number, List<Section> sections) {

        /** The elements of one part; empty when the value does not hold it. */
        List<Element> elements(Part part) {
            for (var section : sections) {
                if (section.part == part) {
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
    }

    /** One list of a value. */
    record Section(Part part, Array<Element> array) {}

    /**
     * One element of a list, with the facts that tell it from others.
     *
     * @param label a message's type or a status's name
     * @param waId the customer's WhatsApp id
     * @param userId the customer's business-scoped id
     * @param participant the member of a group that a status is about
     */
    record Element(
            int start,
            int end,
            @Nullable String id,
            @Nullable String label,
            @Nullable String waId,
            @Nullable String userId,
            @Nullable String participant) {

        /** Whether it says who the customer is. */
        boolean namesCustomer() {
            return waId != null || userId != null;
        }

        /** Whether both speak of one customer. */
        boolean sameCustomer(Element other) {
            return (waId != null && waId.equals(other.waId)) || (userId != null && userId.equals(other.userId));
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
            var changes = entry.changes;
            if (changes == null || changes.items.isEmpty()) {
                pieces.add(new Piece.OfEntry(entry));
                continue;
            }
            for (var change : changes.items) {
                add(pieces, new Piece.OfChange(entry, changes, change));
            }
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Piece.OfChange whole) {
        var before = pieces.size();
        if (whole.change().isPlaceForItsElements()) {
            for (var section : whole.change().sections) {
                if (section.part != Part.CONTACTS) {
                    section.array.items.forEach(element -> pieces.add(whole.element(section.part, element)));
                }
            }
        }
        if (pieces.size() == before) {
            pieces.add(whole);
        }
    }
}
