package dev.rota.whatsapp;

import dev.rota.whatsapp.Outline.Array;
import dev.rota.whatsapp.Outline.Change;
import dev.rota.whatsapp.Outline.Element;
import dev.rota.whatsapp.Outline.Entry;
import dev.rota.whatsapp.Outline.Section;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of a webhook that becomes an event. */
sealed interface Piece {

    /** The kind of event. */
    String kind();

    /** The {@code phone_number_id} that it came for, empty when it names none. */
    String number();

    /** What makes it the same event when it comes again, in whatever batch. */
    UUID key(byte[] body);

    /** The customer whose lane it takes; null when it names none. */
    @Nullable
    String customer();

    /** A webhook that holds this piece alone. */
    byte[] cut(Envelope envelope);

    /** What is counted by its product, and not looked into. */
    sealed interface Unread extends Piece {

        Product product();

        @Override
        default String kind() {
            return product().kind();
        }

        @Override
        default String number() {
            return "";
        }

        @Override
        default @Nullable String customer() {
            return null;
        }
    }

    /** An entry without changes, or of another product. */
    record OfEntry(Product product, Entry entry) implements Unread {

        @Override
        public UUID key(byte[] body) {
            return Fingerprint.of(kind()).and(body, entry.start(), entry.end()).key();
        }

        @Override
        public byte[] cut(Envelope envelope) {
            return envelope.around(entry);
        }
    }

    /** One thing said on Messenger or Instagram. */
    record OfTalk(Product product, Entry entry, Array<Element> talk, Element element) implements Unread {

        @Override
        public UUID key(byte[] body) {
            return Fingerprint.of(kind())
                    .and(entry.id())
                    .and(body, element.start(), element.end())
                    .key();
        }

        @Override
        public byte[] cut(Envelope envelope) {
            return envelope.around(entry, talk, element);
        }
    }

    /** A change that holds no element known to us. */
    record OfChange(Entry entry, Array<Change> changes, Change change) implements Piece {

        @Override
        public String kind() {
            return change.isHandover() ? Kinds.HANDOVER : Kinds.NOTICE;
        }

        @Override
        public String number() {
            return change.number();
        }

        @Override
        public UUID key(byte[] body) {
            // The time tells two equal notices from one that came twice.
            return Fingerprint.of(kind())
                    .and(entry.id())
                    .and(entry.time())
                    .and(body, change.start(), change.end())
                    .key(entry.time());
        }

        @Override
        public @Nullable String customer() {
            return change.isHandover() ? change.sender() : null;
        }

        @Override
        public byte[] cut(Envelope envelope) {
            return envelope.around(entry, changes, change);
        }
    }

    /** An element of a change, with the contacts that belong to it. */
    record OfElement(OfChange in, Section section, Element element, List<Element> contacts) implements Piece {

        @Override
        public String kind() {
            return section.part().kind(element, section.nested() || "standby".equals(in.change.field()));
        }

        @Override
        public String number() {
            return in.number();
        }

        @Override
        public UUID key(byte[] body) {
            var key = Fingerprint.of(kind());
            var part = section.part();
            if (element.id() == null || part == Part.ERRORS) {
                key.and(number()).and(in.entry.id()).and(body, element.start(), element.end());
            } else if (part == Part.STATUSES) {
                key.and(element.id()).and(element.label()).and(element.participant());
            } else {
                key.and(number()).and(element.id());
                if (part == Part.CALLS) {
                    key.and(element.label()); // the steps of a call share its id
                }
            }
            return key.key(element.time());
        }

        @Override
        public @Nullable String customer() {
            if (element.group() != null) {
                return element.group();
            }
            if (element.userId() != null) {
                return element.userId();
            }
            for (var contact : contacts) {
                if (contact.userId() != null) {
                    return contact.userId();
                }
            }
            for (var contact : contacts) {
                if (contact.waId() != null) {
                    return contact.waId();
                }
            }
            return element.waId() == null && section.part() == Part.STATUSES ? element.id() : element.waId();
        }

        @Override
        public byte[] cut(Envelope envelope) {
            return envelope.around(in.entry, in.changes, in.change, section, element, contacts);
        }
    }
}
