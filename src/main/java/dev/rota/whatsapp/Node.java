package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reads single values of Meta's JSON; one that is missing, empty or of another type is absent. */
final class Node {

    private static final char REPLACEMENT = '\uFFFD';

    private Node() {}

    /** The text under that name. */
    static @Nullable String text(JsonNode parent, String name) {
        var value = parent.path(name);
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        var text = storable(value.asText());
        return text.isEmpty() ? null : text;
    }

    /** The text under that name, empty when it is absent. */
    static String textOrEmpty(JsonNode parent, String name) {
        var text = text(parent, name);
        return text == null ? "" : text;
    }

    /** The number under that name, written as a number or as text; null when it is none. */
    static @Nullable Double number(JsonNode parent, String name) {
        var number = parent.path(name).asDouble(Double.NaN);
        return Double.isFinite(number) ? number : null;
    }

    /** The first item of the list under that name; a missing node when there is none. */
    static JsonNode first(JsonNode parent, String name) {
        return parent.path(name).path(0);
    }

    /** The same text without what PostgreSQL refuses to keep: NUL, and halves of surrogate pairs. */
    private static String storable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().map(c -> isStorable(c) ? c : REPLACEMENT).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isStorable(int codePoint) {
        return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
    }
}
