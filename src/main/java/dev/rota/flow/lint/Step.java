package dev.rota.flow.lint;

import dev.rota.flow.yaml.Written;
import dev.rota.flow.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One step of a route: its name, and what stands below it. */
record Step(String name, Yaml body) {

    private static final String STEPS = "steps";
    private static final Set<String> LEAVES = Set.of(STEPS, "parameters");

    /** Steps one after the other, within a step; its name is the key that they stand below. */
    record Way(String name, Yaml holder, List<Step> steps) {}

    /** The steps that stand in order below something. */
    static List<Step> below(Yaml holder) {
        return holder.at(STEPS).stream()
                .flatMap(steps -> steps.items().stream())
                .flatMap(item -> item.entries().stream())
                .map(entry -> new Step(entry.key(), entry.value()))
                .toList();
    }

    /** All ways through it; none for a step that holds no steps. */
    List<Way> ways() {
        var ways = new ArrayList<Way>();
        collect(name, body, ways);
        return ways;
    }

    /** This step and every one within. */
    Stream<Step> all() {
        return Stream.concat(
                Stream.of(this),
                ways().stream().flatMap(way -> way.steps().stream()).flatMap(Step::all));
    }

    /** Everything below it that is not within steps of its own. */
    Stream<Yaml.Entry> own() {
        return own(body);
    }

    Optional<Written> text(String... keys) {
        return body.text(keys);
    }

    boolean is(String... names) {
        return Set.of(names).contains(name);
    }

    private static Stream<Yaml.Entry> own(Yaml yaml) {
        var inItems = yaml.items().stream().flatMap(Step::own);
        var inEntries = yaml.entries().stream()
                .filter(entry -> !entry.key().equals(STEPS))
                .flatMap(entry -> Stream.concat(Stream.of(entry), own(entry.value())));
        return Stream.concat(inItems, inEntries);
    }

    private static void collect(String named, Yaml yaml, List<Way> ways) {
        if (yaml.at(STEPS).isPresent()) {
            ways.add(new Way(named, yaml, below(yaml)));
        }
        yaml.items().forEach(item -> collect(named, item, ways));
        yaml.entries().stream()
                .filter(entry -> !LEAVES.contains(entry.key()))
                .forEach(entry -> collect(entry.key(), entry.value(), ways));
    }
}
