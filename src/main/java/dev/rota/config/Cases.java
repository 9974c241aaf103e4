package dev.rota.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes out {@code cases}, a table of differences: each of them becomes a test of its own, with lines of its own. */
final class Cases {

    static final String CASES = "cases";

    private static final String NAME = "name";

    /** A test has keys in keys, such as the attributes of a customer, and nothing deeper. */
    private static final int DEEPEST = 3;

    private final Source source;

    Cases(Source source) {
        this.source = source;
    }

    /** The list of tests without any cases; null when it is no list, which is reported. */
    @Nullable
    Node writtenOut(Node root) {
        if (!(root instanceof SequenceNode list)) {
            source.problem(line(root), "expected a list of tests, each beginning with - name: …");
            return null;
        }
        var tests = list.getValue().stream().flatMap(this::tests).toList();
        return new SequenceNode(Tag.SEQ, true, tests, list.getStartMark(), list.getEndMark(), list.getFlowStyle());
    }

    private Stream<Node> tests(Node node) {
        var cases = node instanceof MappingNode test ? value(test, CASES) : null;
        if (!(node instanceof MappingNode test) || cases == null) {
            return Stream.of(node);
        }
        var base = without(test, CASES);
        if (!(cases instanceof SequenceNode table) || table.getValue().isEmpty()) {
            source.problem(line(cases), CASES + ": expected a list of differences, one at least");
            return Stream.of(base);
        }
        var tests = new ArrayList<Node>();
        for (var each : table.getValue()) {
            var number = tests.size() + 1;
            tests.add(
                    each instanceof MappingNode different
                            ? named(merged(base, different, DEEPEST), base, number)
                            : each);
        }
        return tests.stream();
    }

    /** The base with what differs; the place is that of the difference. */
    private static MappingNode merged(MappingNode base, MappingNode different, int deep) {
        var overridden = different.getValue().stream().map(Cases::key).collect(Collectors.toSet());
        var kept = base.getValue().stream().filter(tuple -> !overridden.contains(key(tuple)));
        var own = different.getValue().stream().map(tuple -> {
            var under = value(base, key(tuple));
            return deep > 0 && under instanceof MappingNode below && tuple.getValueNode() instanceof MappingNode above
                    ? new NodeTuple(tuple.getKeyNode(), merged(below, above, deep - 1))
                    : tuple;
        });
        return mapping(different, Stream.concat(kept, own).toList());
    }

    /** A case has the test's name and its own, else its number. */
    private static MappingNode named(MappingNode test, MappingNode base, int number) {
        if (!(value(base, NAME) instanceof ScalarNode name) || !(value(test, NAME) instanceof ScalarNode own)) {
            return test;
        }
        var suffix = own.getValue().equals(name.getValue()) ? " (case " + number + ")" : ": " + own.getValue();
        var tuples = new ArrayList<>(without(test, NAME).getValue());
        tuples.add(new NodeTuple(scalar(NAME, test), scalar(name.getValue() + suffix, test)));
        return mapping(test, tuples);
    }

    private static ScalarNode scalar(String text, Node at) {
        return new ScalarNode(Tag.STR, text, at.getStartMark(), at.getEndMark(), ScalarStyle.DOUBLE_QUOTED);
    }

    private static MappingNode without(MappingNode mapping, String key) {
        return mapping(
                mapping,
                mapping.getValue().stream()
                        .filter(tuple -> !key.equals(key(tuple)))
                        .toList());
    }

    private static MappingNode mapping(MappingNode at, List<NodeTuple> tuples) {
        return new MappingNode(Tag.MAP, true, tuples, at.getStartMark(), at.getEndMark(), at.getFlowStyle());
    }

    private static @Nullable Node value(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> key.equals(key(tuple)))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
