package dev.rota.flow.triage;

import dev.rota.flow.yaml.Place;
import dev.rota.flow.yaml.Source;
import dev.rota.flow.yaml.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One YAML mapping with a closed list of keys; whatever else stands in it becomes a problem. */
final class Block {

    private final Source source;
    private final Place place;
    private final String what;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private boolean known = true;

    private Block(Source source, Place place, String what) {
        this.source = source;
        this.place = place;
        this.what = what;
    }

    /**
     * Reads a mapping.
     *
     * @param what what it is, with its article, for sentences about it
     */
    static Optional<Block> of(Source source, Place place, Node node, String what, List<String> keys) {
        if (!(node instanceof MappingNode mapping)) {
            source.problem(
                    place, what + " is not in canonical form; expected " + String.join(", ", keys) + " below it");
            return Optional.empty();
        }
        if (mapping.getValue().isEmpty()) {
            source.problem(place, what + " is empty; expected " + String.join(", ", keys));
        }
        var block = new Block(source, place, what);
        mapping.getValue().forEach(entry -> block.add(entry, keys));
        return Optional.of(block);
    }

    Place place() {
        return place;
    }

    /** The mapping below that key. */
    Optional<Block> block(String key, String named, List<String> keys) {
        return entry(key)
                .flatMap(entry -> of(source, source.place(entry.getKeyNode()), entry.getValueNode(), named, keys));
    }

    /** The mapping below that key, which has to be there. */
    Optional<Block> required(String key, String named, List<String> keys) {
        missing(key);
        return block(key, named, keys);
    }

    /** The text below that key. */
    Optional<Written> text(String key) {
        return entry(key).flatMap(entry -> {
            if (entry.getValueNode() instanceof ScalarNode scalar
                    && !scalar.getValue().isBlank()) {
                return Optional.of(new Written(source.place(scalar), scalar.getValue()));
            }
            source.problem(entry.getKeyNode(), key + " of " + what + " holds no text; expected some");
            return Optional.empty();
        });
    }

    /** The text below that key, which has to be there. */
    Optional<Written> requiredText(String key) {
        missing(key);
        return text(key);
    }

    /** The items of the list below that key, which has to be there with one at least. */
    List<Node> items(String key) {
        var items = entry(key)
                .map(NodeTuple::getValueNode)
                .filter(SequenceNode.class::isInstance)
                .map(node -> ((SequenceNode) node).getValue())
                .orElse(List.of());
        if (items.isEmpty() && known) {
            source.problem(place, what + " has no " + key + "; expected a list with one at least");
        }
        return items;
    }

    /** A block with a key that may not be there has its problem already: mostly that key is this one, misspelt. */
    private void missing(String key) {
        if (!entries.containsKey(key) && known) {
            source.problem(place, what + " has no " + key + "; expected one");
        }
    }

    private Optional<NodeTuple> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    private void add(NodeTuple entry, List<String> keys) {
        var keyNode = entry.getKeyNode();
        var key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (!keys.contains(key)) {
            known = false;
            source.problem(keyNode, "'" + key + "' may not stand in " + what + "; expected " + String.join(", ", keys));
        } else if (entries.putIfAbsent(key, entry) != null) {
            source.problem(keyNode, "'" + key + "' stands twice in " + what + "; expected it once");
        }
    }
}
