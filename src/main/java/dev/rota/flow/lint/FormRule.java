package dev.rota.flow.lint;

import dev.rota.config.Nearest;
import dev.rota.config.Problem;
import dev.rota.flow.yaml.Place;
import dev.rota.flow.yaml.Yaml;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Whether a file has the canonical form, which people and Kaoto read and write alike. */
final class FormRule {

    private static final Set<String> LANGUAGES =
            Shape.of("language.ExpressionDefinition").keys();
    private static final String EXPRESSION = "expression";
    private static final int FEW = 12;

    private final Set<Place> misshapen = new HashSet<>();

    /** Whether something has another form where another rule has a problem: it mostly misses what is misspelt there. */
    boolean explains(Problem problem) {
        return misshapen.stream()
                .anyMatch(place ->
                        place.line() == problem.line() && place.file().path().equals(problem.file()));
    }

    /** A route file: a list of routes, and of what holds when they fail. */
    void checkFile(Yaml root) {
        if (!(root.node() instanceof SequenceNode)) {
            problem(root, "the file is not in canonical form; expected a list of - route:");
        }
        for (var item : root.items()) {
            if (item.entries().isEmpty()) {
                problem(item, "the list of routes holds something without a name; expected - route:");
            }
            for (var entry : item.entries()) {
                switch (entry.key()) {
                    case "route" -> check(entry.value(), Shape.of("RouteDefinition"), "the route");
                    case "routeConfiguration" ->
                        check(entry.value(), Shape.of("RouteConfigurationDefinition"), "the routeConfiguration");
                    default ->
                        problem(
                                entry.value(),
                                "'" + entry.key() + "' may not stand in the list of routes; expected route");
                }
            }
        }
    }

    /** Something of a known shape; {@code what} is how sentences call it. */
    void check(Yaml yaml, Shape shape, String what) {
        switch (shape.kind()) {
            case "object" -> mapping(yaml, shape, what);
            case "array" -> list(yaml, shape, what);
            case "" -> {}
            default -> value(yaml, shape, what);
        }
    }

    /** A mapping that takes these keys and no other. */
    void keys(Optional<Yaml> mapping, String what, String... known) {
        mapping.ifPresent(yaml -> yaml.entries().stream()
                .filter(entry -> !List.of(known).contains(entry.key()))
                .forEach(entry -> {
                    misshapen.add(yaml.place());
                    var hint = Nearest.hint(entry.key(), List.of(known));
                    problem(entry.value(), "'" + entry.key() + "' may not stand in " + what + hint);
                }));
    }

    private void mapping(Yaml yaml, Shape shape, String what) {
        if (!(yaml.node() instanceof MappingNode)) {
            problem(yaml, what + " is not in canonical form; expected " + few(shape.keys(), "its keys") + " below it");
            return;
        }
        var found = new HashSet<String>();
        var known = true;
        for (var entry : yaml.entries()) {
            if (!shape.isOpen() && !shape.keys().contains(entry.key())) {
                known = false;
                problem(entry.value(), unknown(entry.key(), shape, what));
            } else if (!found.add(entry.key())) {
                problem(entry.value(), "'" + entry.key() + "' stands twice in " + what + "; expected it once");
            } else {
                check(entry.value(), shape.below(entry.key()), entry.key());
            }
        }
        if (known) {
            missing(yaml, shape, what, found);
        } else {
            misshapen.add(yaml.place());
        }
    }

    private void missing(Yaml yaml, Shape shape, String what, Set<String> found) {
        if (shape.isStep() && found.size() > 1) {
            problem(yaml, "two steps are one item of the list; expected a - before each");
        }
        shape.required().stream()
                .filter(key -> !found.contains(key))
                .forEach(key -> problem(yaml, what + " has no " + key + "; expected one"));
        if (!shape.either().isEmpty() && shape.either().stream().noneMatch(found::contains)) {
            problem(yaml, what + " is empty; expected " + few(shape.either(), "one of its kinds"));
        }
    }

    private static String unknown(String key, Shape shape, String what) {
        if (shape.isStep()) {
            return "no step is called '" + key + "'" + Nearest.hint(key, shape.keys());
        }
        var hint = LANGUAGES.contains(key) && shape.keys().contains(EXPRESSION)
                ? "; expected expression: {" + key + ": …}"
                : Nearest.hint(key, shape.keys());
        return "'" + key + "' may not stand in " + what + hint;
    }

    private void list(Yaml yaml, Shape shape, String what) {
        if (yaml.node() instanceof SequenceNode) {
            var item = shape.item();
            yaml.items().forEach(each -> check(each, item, item.isStep() ? "the step" : what));
        } else {
            problem(yaml, what + " is not in canonical form; expected a list");
        }
    }

    private void value(Yaml yaml, Shape shape, String what) {
        if (!(yaml.node() instanceof ScalarNode scalar)) {
            problem(yaml, what + " is not in canonical form; expected a plain value");
            return;
        }
        var text = scalar.getValue();
        if (text.contains("{{")) {
            return; // known when the route is made
        }
        if (!shape.values().isEmpty() && !shape.values().contains(text)) {
            problem(yaml, what + " is '" + text + "'" + Nearest.hint(text, shape.values()));
        } else if (!shape.takes(scalar.getTag())) {
            problem(yaml, what + " is '" + text + "'; expected " + shape.expected());
        }
    }

    private void problem(Yaml yaml, String sentence) {
        misshapen.add(yaml.place());
        yaml.problem(sentence);
    }

    private static String few(Set<String> keys, String many) {
        return keys.size() > FEW ? many : String.join(", ", new TreeSet<>(keys));
    }
}
