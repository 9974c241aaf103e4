package dev.rota.flow.lint;

import dev.rota.flow.yaml.Written;
import dev.rota.flow.yaml.Yaml;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A route as it was written: in a route file, or as the template of a Kamelet.
 *
 * @param name its id, else the name of its file
 * @param yaml what holds id, description and from
 */
record WrittenRoute(String name, Yaml yaml, Yaml from) {

    private static final String DIRECT = "direct:";

    /** The routes of a route file. */
    static Stream<WrittenRoute> in(Yaml root) {
        return root.items().stream().flatMap(item -> item.at("route").stream()).flatMap(route -> of(route).stream());
    }

    /** What has a from. */
    static Optional<WrittenRoute> of(Yaml yaml) {
        var name = yaml.text("id").map(Written::text).orElse(yaml.place().file().name());
        return yaml.at("from").map(from -> new WrittenRoute(name, yaml, from));
    }

    /** The name by which other routes send to it; absent for one that takes from elsewhere. */
    Optional<String> direct() {
        return from.text("uri")
                .map(Written::text)
                .filter(uri -> uri.startsWith(DIRECT))
                .map(uri -> uri.substring(DIRECT.length()));
    }

    /** Its first steps, in order. */
    List<Step> steps() {
        return Step.below(from);
    }

    /** Every step, however deep. */
    Stream<Step> allSteps() {
        return steps().stream().flatMap(Step::all);
    }
}
