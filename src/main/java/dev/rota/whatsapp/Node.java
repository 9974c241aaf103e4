package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reads single values of Meta's JSON; one that is missing, empty or of another type is absent. */
final class Node {

    /** Far beyond every id that Meta has given, and within what an index of PostgreSQL's takes. */
    static final int LONGEST_ID = 512;

    private static final int LONGEST_WORD = 64;
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

    /** The id under that name, exactly as it came; null when it is missing or longer than any id of Meta's. */
    static @Nullable String id(JsonNode parent, String name) {
        var id = text(parent, name);
        return id == null || id.length() > LONGEST_ID ? null : id;
    }

    /**
     * The word under that name, such as the name of a type, a reason or a role; null when it is anything else: only
     * words may be repeated where nothing of a customer's may stand.
     */
    static @Nullable String word(JsonNode parent, String name) {
        var word = text(parent, name);
        return word == null || !isWord(word) ? null : word;
    }

    /** Whether it is such a word. */
    static boolean isWord(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_WORD && text.chars().allMatch(Node::isOfWords);
    }

    private static boolean isOfWords(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /** The whole number under that name, written as a number or as text; the other one when it is none. */
    static int integer(JsonNode parent, String name, int otherwise) {
        var text = text(parent, name);
        if (text == null || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return otherwise;
        }
        return Integer.parseInt(text);
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
    static String storable(String text) {
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
