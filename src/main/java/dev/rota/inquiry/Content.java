package dev.rota.inquiry;

import org.jspecify.annotations.Nullable;

/** What a message consists of, by Meta's message type. */
public sealed interface Content {

    /** Meta's name of the type: {@code text}, {@code button}, {@code image}, … */
    String type();

    /** The words in it, for a person or a rule to read; empty when there are none. */
    String text();

    /** Whether the customer says something that somebody should answer. */
    default boolean asksForAnswer() {
        return true;
    }

    /** Plain words. */
    record Text(String text) implements Content {
        @Override
        public String type() {
            return "text";
        }

        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /** A tap on a button, or on a row of a list, that the company had offered. */
    record Choice(String type, String id, String title) implements Content {
        @Override
        public String text() {
            return title;
        }

        @Override
        public String toString() {
            return "Choice[" + type + "]";
        }
    }

    /** A picture, voice note, film, document or sticker, kept at Meta under its id. */
    record Media(String type, String id, @Nullable String mimeType, @Nullable String caption, @Nullable String filename)
            implements Content {
        @Override
        public String text() {
            return caption == null ? "" : caption;
        }

        @Override
        public String toString() {
            return "Media[" + type + "]";
        }
    }

    /** A place on the map, in degrees. */
    record Location(double latitude, double longitude, @Nullable String name, @Nullable String address)
            implements Content {
        @Override
        public String type() {
            return "location";
        }

        @Override
        public String text() {
            return name == null ? "" : name;
        }

        @Override
        public String toString() {
            return "Location[]";
        }
    }

    /** A type whose content Rota keeps but does not read: shown as a card that says so. */
    record Other(String type, boolean asksForAnswer) implements Content {
        @Override
        public String text() {
            return "";
        }
    }
}
