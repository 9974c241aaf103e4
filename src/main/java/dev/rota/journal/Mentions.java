package dev.rota.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.rota.desk.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Finds out whether a body is about a customer: one of the customer's ids, or of the customer's messages, stands in it as
 * a whole JSON text. What somebody else wrote is no id, even if it reads like one.
 */
final class Mentions {

    private static final JsonFactory JSON = new JsonFactory();

    /** Members whose text people wrote. */
    private static final Set<String> WRITTEN = Set.of("body", "caption", "text", "title", "description");

    private final Traces traces;

    Mentions(Traces traces) {
        this.traces = traces;
    }

    boolean in(long event, byte[] body) {
        return traces.events().contains(event) || in(body);
    }

    private boolean in(byte[] body) {
        try (var parser = JSON.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING
                        && !(parser.currentName() != null && WRITTEN.contains(parser.currentName()))
                        && known(parser.getText())) {
                    return true;
                }
            }
            return false;
        } catch (IOException notJson) {
            return inNoJson(body);
        }
    }

    private boolean known(String text) {
        return traces.ids().contains(text) || traces.wamids().contains(text);
    }

    /** What can't be read as JSON is about whoever it names. */
    private boolean inNoJson(byte[] body) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        return traces.ids().stream().anyMatch(id -> text.contains('"' + id + '"'));
    }
}
