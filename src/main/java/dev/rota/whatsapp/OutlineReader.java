package dev.rota.whatsapp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.rota.whatsapp.Outline.Array;
import dev.rota.whatsapp.Outline.Change;
import dev.rota.whatsapp.Outline.Element;
import dev.rota.whatsapp.Outline.Entry;
import dev.rota.whatsapp.Outline.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a webhook in one pass, whatever order its keys come in. */
final class OutlineReader {

    private final Tokens tokens;

    private OutlineReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The outline of a body.
     *
     * @throws Unreadable when it is not JSON, not about WhatsApp, or holds nothing
     */
    static Outline read(byte[] body) throws Unreadable {
        try (var parser = Json.FACTORY.createParser(body)) {
            return document(parser);
        } catch (StreamConstraintsException e) {
            throw new Unreadable("the body goes beyond Meta's bounds: too deep, or a name, number or text too long");
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
                case "entry" -> entries = once(name, entries, tokens.array(this::entry));
                default -> tokens.skip();
            }
        }
        if (!"whatsapp_business_account".equals(object)) {
            throw new Unreadable("the body's object is not 'whatsapp_business_account'");
        }
        if (entries == null || entries.items().isEmpty()) {
            throw new Unreadable("the body holds no entry");
        }
        return new Outline(entries);
    }

    private Entry entry() throws IOException, Unreadable {
        var start = tokens.start();
        String id = null;
        String time = null;
        Array<Change> changes = null;
        for (var name = tokens.first(); name != null; name = tokens.next()) {
            switch (name) {
                case "id" -> id = tokens.scalar();
                case "time" -> time = tokens.scalar();
                case "changes" -> changes = once(name, changes, tokens.array(this::change));
                default -> tokens.skip();
            }
        }
        return new Entry(start, tokens.end(), id, time, changes);
    }

    private Change change() throws IOException, Unreadable {
        var start = tokens.start();
        String field = null;
        Value value = null;
        for (var name = tokens.first(); name != null; name = tokens.next()) {
            switch (name) {
                case "field" -> field = tokens.scalar();
                case "value" -> value = once(name, value, value());
                default -> tokens.skip();
            }
        }
        return value == null
                ? new Change(start, tokens.end(), field, "", List.of())
                : new Change(start, tokens.end(), field, value.number(), value.sections());
    }

    private record Value(String number, List<Section> sections) {}

    private Value value() throws IOException, Unreadable {
        var number = "";
        var sections = new ArrayList<Section>(2);
        for (var name = tokens.first(); name != null; name = tokens.next()) {
            var part = Part.of(name);
            if (part != null) {
                section(name, part, sections);
            } else if (name.equals("metadata") || name.equals("recipient")) {
                number = phoneNumberId(number);
            } else {
                tokens.skip();
            }
        }
        return new Value(number, sections);
    }

    private void section(String name, Part part, List<Section> sections) throws IOException, Unreadable {
        var array = tokens.array(() -> element(part));
        if (array == null) {
            return;
        }
        for (var section : sections) {
            once(name, section.part() == part ? section : null, section);
        }
        sections.add(new Section(part, array));
    }

    private String phoneNumberId(String known) throws IOException {
        var found = known;
        for (var name = tokens.first(); name != null; name = tokens.next()) {
            if (name.equals("phone_number_id")) {
                var id = tokens.scalar();
                found = id == null ? found : id;
            } else {
                tokens.skip();
            }
        }
        return found;
    }

    private Element element(Part part) throws IOException {
        var start = tokens.start();
        String id = null;
        String label = null;
        String waId = null;
        String userId = null;
        String participant = null;
        for (var name = tokens.first(); name != null; name = tokens.next()) {
            if (name.equals("id")) {
                id = tokens.scalar();
            } else if (name.equals(part.label())) {
                label = tokens.scalar();
            } else if (name.equals(part.waId())) {
                waId = tokens.scalar();
            } else if (name.equals(part.userId())) {
                userId = tokens.scalar();
            } else if (name.equals("recipient_participant_id")) {
                participant = tokens.scalar();
            } else {
                tokens.skip();
            }
        }
        return new Element(start, tokens.end(), id, label, waId, userId, participant);
    }

    /** Nothing could be cut with certainty out of a body that has two of the same. */
    private static <T> @Nullable T once(String name, @Nullable T before, @Nullable T now) throws Unreadable {
        if (before != null) {
            throw new Unreadable("the body has two '" + name + "' where one belongs");
        }
        return now;
    }
}
