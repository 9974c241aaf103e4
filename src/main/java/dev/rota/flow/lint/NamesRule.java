package dev.rota.flow.lint;

import dev.rota.flow.yaml.Written;
import dev.rota.flow.yaml.Yaml;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Whether each route has a name and says what it does, and each id stands for one thing in all files. */
final class NamesRule {

    private final Map<String, Written> ids = new HashMap<>();

    /** Takes the ids of a file that has its own lint, so that no other file uses them. */
    void know(Yaml root) {
        ids(root).forEach(id -> ids.putIfAbsent(id.text(), id));
    }

    /** A route file, or a Kamelet. */
    void check(Yaml root) {
        WrittenRoute.in(root).forEach(NamesRule::named);
        ids(root).forEach(id -> {
            var first = ids.putIfAbsent(id.text(), id);
            if (first != null) {
                root.source()
                        .problem(
                                id.place(),
                                "id '" + id.text() + "' stands already in " + first.place() + "; expected another");
            }
        });
    }

    private static void named(WrittenRoute route) {
        var yaml = route.yaml();
        if (yaml.text("id").isEmpty()) {
            yaml.problem("the route has no id; expected one such as converse.find");
        }
        if (yaml.text("description").isEmpty()) {
            yaml.problem("the route has no description; expected a sentence that says what it does");
        }
        route.direct().filter(name -> !name.equals(route.name())).ifPresent(name -> route.from()
                .at("uri")
                .ifPresent(uri -> uri.problem("route '" + route.name() + "' is entered by 'direct:" + name
                        + "'; expected direct:" + route.name())));
    }

    /** Parameters of an endpoint and properties of a Kamelet may be called id too. */
    private static Stream<Written> ids(Yaml yaml) {
        var inItems = yaml.items().stream().flatMap(NamesRule::ids);
        var inEntries = yaml.entries().stream()
                .filter(entry ->
                        !entry.key().equals("parameters") && !entry.key().equals("definition"))
                .flatMap(entry -> entry.key().equals("id") ? entry.value().written().stream() : ids(entry.value()));
        return Stream.concat(inItems, inEntries);
    }
}
