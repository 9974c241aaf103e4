package dev.rota.whatsapp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.rota.whatsapp.Outline.Array;
import java.io.IOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** JSON token by token, with each one's place in the bytes; a value of another type than expected reads as absent. */
final class Tokens {

    /** Meta puts up to a thousand updates into one body; only a body made for it would hold so many. */
    private static final int MAX_ITEMS = 50_000;

    private final JsonParser parser;
    private int count;

    Tokens(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads one item of an array, from its first token to its last. */
    interface Item<T> {
        T read() throws IOException, Unreadable;
    }

    /** The first name of the object at the current token; null when it is no object, or empty. */
    @Nullable
    String first() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            skip();
            return null;
        }
        return next();
    }

    /** The next name of the object under way, with the parser on its value; null at the object's end. */
    @Nullable
    String next() throws IOException {
        var name = parser.nextFieldName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** The array at the current token; null, and skipped, when it is something else. */
    <T> @Nullable Array<T> array(Item<T> item) throws IOException, Unreadable {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            skip();
            return null;
        }
        var start = start();
        var items = new ArrayList<T>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (++count > MAX_ITEMS) {
                throw new Unreadable("the body holds more than " + MAX_ITEMS + " parts");
            }
            items.add(item.read());
        }
        return new Array<>(start, end(), items);
    }

    /** The text of a string, number or boolean; null for anything else and for an empty string. */
    @Nullable
    String scalar() throws IOException {
        if (!parser.currentToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
            skip();
            return null;
        }
        var text = parser.getText();
        return text.isEmpty() ? null : text;
    }

    /** Refuses a second one of what may be there once: nothing could be cut with certainty out of such a body. */
    static void once(String name, @Nullable Object before) throws Unreadable {
        if (before != null) {
            throw new Unreadable("the body has two '" + name + "' where one belongs");
        }
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    /** The first byte of the current token. */
    int start() {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** The byte behind the current token. */
    int end() throws IOException {
        parser.finishToken(); // a string is read lazily
        return (int) parser.currentLocation().getByteOffset();
    }
}
