package dev.rota.whatsapp;

import dev.rota.whatsapp.Outline.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads of the value of one change which number it is for, and where its lists stand. */
final class ValueReader {

    private final Tokens tokens;
    private final ElementReader elements;
    private final List<Section> sections = new ArrayList<>(2);
    private String number = "";
    private @Nullable String sender;
    private boolean standby;

    ValueReader(Tokens tokens, ElementReader elements) {
        this.tokens = tokens;
        this.elements = elements;
    }

    /** The {@code phone_number_id}, empty when there is none. */
    String number() {
        return number;
    }

    /** The customer whom the value itself names. */
    @Nullable
    String sender() {
        return sender;
    }

    /** The known lists, as they follow each other. */
    List<Section> sections() {
        return sections;
    }

    /** Reads the value at the current token. */
    ValueReader read() throws IOException, Unreadable {
        for (var name = tokens.first(); name != null; name = tokens.next()) {
            var part = Part.of(name);
            if (part != null) {
                section(name, part, false);
                continue;
            }
            switch (name) {
                case "metadata", "recipient" -> phoneNumberId();
                case "standby" -> standby(name);
                case "sender" -> person(); // only handovers have one
                default -> tokens.skip();
            }
        }
        return this;
    }

    private void standby(String name) throws IOException, Unreadable {
        Tokens.once(name, standby ? name : null);
        standby = true;
        for (var inner = tokens.first(); inner != null; inner = tokens.next()) {
            var part = Part.of(inner);
            if (part != null) {
                section(inner, part, true);
            } else if (inner.equals("metadata")) {
                phoneNumberId();
            } else {
                tokens.skip();
            }
        }
    }

    private void section(String name, Part part, boolean nested) throws IOException, Unreadable {
        var array = tokens.array(() -> elements.read(part));
        if (array == null) {
            return;
        }
        for (var section : sections) {
            Tokens.once(name, section.part() == part && section.nested() == nested ? section : null);
        }
        sections.add(new Section(part, nested, array));
    }

    private void phoneNumberId() throws IOException {
        for (var name = tokens.first(); name != null; name = tokens.next()) {
            if (name.equals("phone_number_id")) {
                var id = tokens.scalar();
                number = id == null ? number : id;
            } else {
                tokens.skip();
            }
        }
    }

    private void person() throws IOException {
        var person = elements.read(Part.CONTACTS);
        sender = person.userId() == null ? person.waId() : person.userId();
    }
}
