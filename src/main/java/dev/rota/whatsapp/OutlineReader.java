package dev.rota.whatsapp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.rota.whatsapp.Outline.Array;
import dev.rota.whatsapp.Outline.Change;
import dev.rota.whatsapp.Outline.Element;
import dev.rota.whatsapp.Outline.Entry;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a webhook in one pass, whatever order its keys come in. */
final class OutlineReader {

    private final Tokens tokens;
    private final ElementReader elements;

    private OutlineReader(Tokens tokens) {
        this.tokens = tokens;
        this.elements = new ElementReader(tokens);
    }

    /**
     * The outline of a body.
     *
     * @throws Unreadable when it is not JSON, not about a product of Meta's, or holds nothing
     */
    static Outline read(byte[] body) throws Unreadable {
        try (var parser = Json.FACTORY.createParser(body)) {
            return document(parser);
        } catch (StreamConstraintsException e) {
            throw new Unreadable(Unreadable.BEYOND_BOUNDS);
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            var place = location == null ? "its end" : "byte " + location.getByteOffset();
            throw new Unreadable("the body is not JSON as Meta would send it: it goes wrong at " + place);
        } catch (IOException e) {
            throw new Unreadable("the body is not UTF-8");
        }
    }

    private static Outline document(JsonParser parser) throws IOException, Unreadable {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Unreadable("the body is not a JSON object");
        }
        var outline = new OutlineReader(new Tokens(parser)).root();
        if (parser.nextToken() != null) {
            throw new Unreadable("the body goes on behind its JSON");
        }
        return outline;
    }

    private Outline root() throws IOException, Unreadable {
        String object = null;
        Array<Entry> entries = null;
        for (var name = tokens.first(); name != null; name = tokens.next()) {
            switch (name) {
                case "object" -> object = tokens.scalar();
                case "entry" -> {
                    Tokens.once(name, entries);
                    entries = tokens.array(this::entry);
                }
                default -> tokens.skip();
            }
        }
        var product = Product.of(object);
        if (product == null) {
            throw new Unreadable("the body's object is neither 'whatsapp_business_account' nor 'page' nor 'instagram'");
        }
        if (entries == null || entries.items().isEmpty()) {
            throw new Unreadable("the body holds no entry");
        }
        return new Outline(product, entries);
    }

    private Entry entry() throws IOException, Unreadable {
        var start = tokens.start();
        String id = null;
        String time = null;
        Array<Change> changes = null;
        Array<Element> messaging = null;
        Array<Element> standby = null;
        for (var name = tokens.first(); name != null; name = tokens.next()) {
            switch (name) {
                case "id" -> id = tokens.scalar();
                case "time" -> time = tokens.scalar();
                case "changes" -> {
                    Tokens.once(name, changes);
                    changes = tokens.array(this::change);
                }
                case "messaging" -> {
                    Tokens.once(name, messaging);
                    messaging = tokens.array(elements::skip);
                }
                case "standby" -> {
                    Tokens.once(name, standby);
                    standby = tokens.array(elements::skip);
                }
                default -> tokens.skip();
            }
        }
        return new Entry(start, tokens.end(), id, time, changes, inOrder(messaging, standby));
    }

    /** The lists that are there, as they follow each other. */
    private static List<Array<Element>> inOrder(@Nullable Array<Element> one, @Nullable Array<Element> other) {
        if (one == null || other == null) {
            var only = one == null ? other : one;
            return only == null ? List.of() : List.of(only);
        }
        return one.start() < other.start() ? List.of(one, other) : List.of(other, one);
    }

    private Change change() throws IOException, Unreadable {
        var start = tokens.start();
        String field = null;
        ValueReader value = null;
        for (var name = tokens.first(); name != null; name = tokens.next()) {
            switch (name) {
                case "field" -> field = tokens.scalar();
                case "value" -> {
                    Tokens.once(name, value);
                    value = new ValueReader(tokens, elements).read();
                }
                default -> tokens.skip();
            }
        }
        return value == null
                ? new Change(start, tokens.end(), field, "", null, List.of())
                : new Change(start, tokens.end(), field, value.number(), value.sender(), value.sections());
    }
}
