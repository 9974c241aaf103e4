package dev.rota.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns YAML into typed values and reports what does not fit. A value that cannot be read is null, its problem is
 * reported once, and the reading goes on.
 */
final class NodeReader {

    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*";

    private final Source source;
    private final RecordReader records;

    NodeReader(Source source) {
        this.source = source;
        this.records = new RecordReader(source, this);
    }

    /** The file as a record, with stand-ins for what cannot be read, so that the rest can still be checked. */
    <T extends Record> T file(@Nullable Node root, Class<T> type) {
        return type.cast(records.file(root, type));
    }

    /**
     * Reads one value.
     *
     * @param path the keys that lead to it, for sentences
     * @param line where its key stands
     */
    @Nullable
    Object read(Node node, Type type, String path, int line) {
        if (type instanceof ParameterizedType generic) {
            var inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Located.class) {
                var value = read(node, inner, path, line);
                return value == null ? null : new Located<>(value, line);
            }
            return generic.getRawType() == List.class ? list(node, inner, path) : named(node, inner, path);
        }
        var single = (Class<?>) type;
        if (single.isSealed()) {
            var either = Alternatives.of(single);
            return node instanceof MappingNode
                    ? read(node, either.keys(), path, line)
                    : scalar(node, either.scalar(), path, line);
        }
        var scalar = Scalar.of(single);
        if (scalar.isPresent()) {
            return scalar(node, scalar.get(), path, line);
        }
        var mapping = entries(node, path, line);
        return mapping == null ? null : records.nested(mapping, single, path, line);
    }

    /** The keys of a mapping with their values; null when it is none. */
    @Nullable
    Map<String, Entry> entries(Node node, String path, int line) {
        if (isEmpty(node)) {
            return Map.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            source.problem(line, where(path) + "expected keys with values, found " + kind(node));
            return null;
        }
        var entries = new LinkedHashMap<String, Entry>();
        for (var tuple : mapping.getValue()) {
            var key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode name)) {
                source.problem(line(key), where(path) + "expected a name as key, found " + kind(key));
                continue;
            }
            var first = entries.putIfAbsent(name.getValue(), new Entry(line(key), tuple.getValueNode()));
            if (first != null) {
                source.problem(
                        line(key),
                        where(path) + "'" + name.getValue() + "' occurs twice, first on line " + first.line());
            }
        }
        return entries;
    }

    private @Nullable Object scalar(Node node, Scalar<?> scalar, String path, int line) {
        if (!(node instanceof ScalarNode single) || isEmpty(node)) {
            source.problem(line, where(path) + "expected " + scalar.expected() + ", found " + kind(node));
            return null;
        }
        try {
            return scalar.read().apply(single.getValue());
        } catch (IllegalArgumentException | DateTimeException refused) {
            source.problem(line(node), where(path) + scalar.refusal(single.getValue()));
            return null;
        }
    }

    private @Nullable Object list(Node node, Type type, String path) {
        if (isEmpty(node)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            source.problem(line(node), where(path) + "expected a list such as [one, two], found " + kind(node));
            return null;
        }
        var values = new ArrayList<>();
        for (var item : sequence.getValue()) {
            var value = read(item, type, path, line(item));
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private @Nullable Object named(Node node, Type type, String path) {
        var mapping = entries(node, path, line(node));
        if (mapping == null) {
            return null;
        }
        var named = new LinkedHashMap<String, Named.Entry<Object>>();
        mapping.forEach((name, entry) -> {
            if (!name.matches(NAME)) {
                source.problem(
                        entry.line(),
                        where(path) + "'" + name + "' is not a name; expected letters, digits, '-', '_' and '.'");
            }
            var inner = path.isEmpty() ? name : path + "." + name;
            var value = type == Template.class && entry.node() instanceof MappingNode
                    ? table(entry.node(), inner, entry.line())
                    : read(entry.node(), type, inner, entry.line());
            named.put(name, new Named.Entry<>(entry.line(), value));
        });
        return Named.of(named);
    }

    /** A parameter that is a mapping of texts, as JSON. */
    private @Nullable Template table(Node node, String path, int line) {
        var json = JsonNodeFactory.instance.objectNode();
        var entries = entries(node, path, line);
        if (entries != null) {
            entries.forEach((name, entry) -> {
                if (read(entry.node(), Template.class, path + "." + name, entry.line()) instanceof Template text) {
                    json.put(name, text.text());
                }
            });
        }
        return new Template(json.toString());
    }

    static boolean isEmpty(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    static String where(String path) {
        return path.isEmpty() ? "" : path + ": ";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String kind(Node node) {
        if (isEmpty(node)) {
            return "nothing";
        }
        return node instanceof MappingNode
                ? "keys with values"
                : node instanceof SequenceNode ? "a list" : "a single value";
    }

    /** A key's line and value. */
    record Entry(int line, Node node) {}
}
