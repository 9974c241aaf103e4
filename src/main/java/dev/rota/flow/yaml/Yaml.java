package dev.rota.flow.yaml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A node of a file, looked at leniently: what is not there, or has another form, is absent.
 *
 * @param place where it is named: at its key, or where it begins in a list
 */
public record Yaml(Source source, Node node, Place place) {

    /** The root of a file; absent when it is not YAML, which is a problem, or holds nothing. */
    public static Optional<Yaml> root(Source source) {
        return source.root().map(node -> new Yaml(source, node, source.place(node)));
    }

    /** What stands below a key. */
    public record Entry(String key, Yaml value) {}

    /** The entries of a mapping, in the order of the file. */
    public List<Entry> entries() {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream().map(this::entry).toList()
                : List.of();
    }

    /** The items of a list. */
    public List<Yaml> items() {
        return node instanceof SequenceNode list
                ? list.getValue().stream()
                        .map(item -> new Yaml(source, item, source.place(item)))
                        .toList()
                : List.of();
    }

    /** What stands below a path of keys. */
    public Optional<Yaml> at(String... keys) {
        Optional<Yaml> found = Optional.of(this);
        for (var key : keys) {
            found = found.flatMap(yaml -> yaml.entries().stream()
                    .filter(entry -> entry.key().equals(key))
                    .map(Entry::value)
                    .findFirst());
        }
        return found;
    }

    /** The text that it is. */
    public Optional<String> text() {
        return node instanceof ScalarNode scalar && !scalar.getValue().isBlank()
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    /** The text below a path of keys. */
    public Optional<Written> text(String... keys) {
        return at(keys).flatMap(Yaml::written);
    }

    /** The text that it is, and where. */
    public Optional<Written> written() {
        return text().map(text -> new Written(place, text));
    }

    /** Itself and everything within. */
    public Stream<Yaml> all() {
        var within = Stream.concat(items().stream(), entries().stream().map(Entry::value));
        return Stream.concat(Stream.of(this), within.flatMap(Yaml::all));
    }

    /** Adds a problem of it. */
    public void problem(String sentence) {
        source.problem(place, sentence);
    }

    private Entry entry(NodeTuple entry) {
        var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        return new Entry(key, new Yaml(source, entry.getValueNode(), source.place(entry.getKeyNode())));
    }
}
