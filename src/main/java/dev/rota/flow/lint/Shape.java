package dev.rota.flow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * What may stand at a place of a route file, after the YAML schema that Camel brings.
 *
 * <p>That schema describes short forms beside the canonical one, which is why a validator can say no more of a misspelt
 * key than that none of some thirty alternatives fits. Only the canonical form is read from it here: no text in place of a
 * mapping, and expressions below {@code expression}.
 */
final class Shape {

    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final JsonNode schema;
    private final Map<String, JsonNode> keys = new LinkedHashMap<>();
    private final Set<String> required = new TreeSet<>();
    private final Set<String> either = new LinkedHashSet<>();
    private final Set<String> values = new LinkedHashSet<>();
    private JsonNode item = NOTHING;
    private String kind = "";
    private boolean open = true;

    private Shape(JsonNode schema, JsonNode here) {
        this.schema = schema;
        collect(here);
    }

    /** What Camel's model calls so: {@code FromDefinition}. */
    static Shape of(String model) {
        var schema = Schema.read();
        return new Shape(schema, schema.at("/items/definitions/org.apache.camel.model." + model));
    }

    /** {@code object}, {@code array}, {@code string}, {@code boolean} or {@code number}; empty for whatever it is. */
    String kind() {
        return kind;
    }

    Set<String> keys() {
        return keys.keySet();
    }

    /** Whether it takes keys that nobody knows here. */
    boolean isOpen() {
        return open;
    }

    /** What stands below one of its keys. */
    Shape below(String key) {
        return new Shape(schema, keys.getOrDefault(key, NOTHING));
    }

    /** What each item of the list is. */
    Shape item() {
        return new Shape(schema, item);
    }

    /** Keys that have to be there. */
    Set<String> required() {
        return required;
    }

    /** Keys of which one has to be there. */
    Set<String> either() {
        return either;
    }

    /** The only texts that it may be; empty when any will do. */
    Set<String> values() {
        return values;
    }

    /** Whether a value is written as one of its kind; Camel would take the quotes away, editors do not. */
    boolean takes(Tag tag) {
        return switch (kind) {
            case "boolean" -> tag.equals(Tag.BOOL);
            case "number" -> tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
            default -> tag.equals(Tag.STR);
        };
    }

    /** What a value of its kind is, in words. */
    String expected() {
        return switch (kind) {
            case "boolean" -> "true or false, without quotes";
            case "number" -> "a number, without quotes";
            default -> "a text, in quotes";
        };
    }

    /** Whether it is the place of one step, whose key is the step's name. */
    boolean isStep() {
        return keys.containsKey("toD");
    }

    private void collect(JsonNode here) {
        if (here.has("$ref")) {
            collect(schema.at(here.path("$ref").asText().substring(1)));
            return;
        }
        kind = here.path("type").asText(kind);
        open &= here.path("additionalProperties").asBoolean(true);
        item = here.path("items");
        here.path("properties").properties().forEach(this::key);
        here.path("required").forEach(key -> required.add(key.asText()));
        here.path("enum").forEach(value -> values.add(value.asText()));
        here.path("oneOf").forEach(this::alternative);
        here.path("anyOf").forEach(this::alternative);
        if (either.size() == 1) {
            required.addAll(either);
            either.clear();
        }
    }

    /** The schema names the short forms of expressions as keys of which it knows nothing. */
    private void key(Map.Entry<String, JsonNode> key) {
        if (!key.getValue().isEmpty()) {
            keys.put(key.getKey(), key.getValue());
        }
    }

    /** What is neither another form of the same nor nothing at all. */
    private void alternative(JsonNode form) {
        if (form.has("oneOf")) {
            form.path("oneOf").forEach(this::alternative);
        } else if (form.has("required")) {
            form.path("properties").properties().forEach(this::key);
            form.path("required").forEach(key -> either.add(key.asText()));
        } else if (form.path("type").asText().equals("object")) {
            collect(form);
        }
    }
}
