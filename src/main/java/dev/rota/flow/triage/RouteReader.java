package dev.rota.flow.triage;

import dev.rota.config.Names;
import dev.rota.flow.yaml.Place;
import dev.rota.flow.yaml.Source;
import dev.rota.flow.yaml.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one canonical route file: route, from, choice, when, otherwise and to, and nothing else. */
final class RouteReader {

    private final Source source;
    private final Dialect dialect;
    private final TargetReader targets;

    RouteReader(Source source, Names names) {
        this.source = source;
        this.dialect = new Dialect(names);
        this.targets = new TargetReader(names);
    }

    /** The routes as far as they can be read; whatever is wrong is a problem of the source. */
    List<TriageRoute> routes() {
        var root = source.root();
        if (root.isPresent() && root.get() instanceof SequenceNode list) {
            return list.getValue().stream().flatMap(this::route).toList();
        }
        root.ifPresent(node -> source.problem(node, "the file is not in canonical form; expected a list of - route:"));
        return List.of();
    }

    private Stream<TriageRoute> route(Node node) {
        var route = Block.of(source, source.place(node), node, "the list of routes", List.of("route"))
                .flatMap(entry -> entry.required("route", "the route", List.of("id", "description", "from")));
        var id = route.flatMap(block -> block.requiredText("id"));
        route.ifPresent(block -> block.requiredText("description"));
        var from = route.flatMap(block -> block.required("from", "from", List.of("id", "description", "uri", "steps")));
        var uri = from.flatMap(block -> block.requiredText("uri"));
        var steps = from.map(this::steps).orElse(List.of());
        return id.flatMap(name -> uri.map(entry -> new TriageRoute(name, entry, steps))).stream();
    }

    private List<Step> steps(Block block) {
        var steps = new ArrayList<Step>();
        for (var node : block.items("steps")) {
            Block.of(source, source.place(node), node, "a step", List.of("choice", "to"))
                    .ifPresent(step -> {
                        step.block("choice", "choice", List.of("id", "description", "when", "otherwise"))
                                .ifPresent(choice -> steps.add(choice(step.place(), choice)));
                        step.block("to", "to", List.of("id", "description", "uri", "parameters"))
                                .ifPresent(to -> steps.add(to(step.place(), to)));
                    });
        }
        return steps;
    }

    private Step choice(Place place, Block choice) {
        var keys = List.of("id", "description", "expression", "steps");
        var branches = choice.items("when").stream()
                .map(node -> Block.of(source, source.place(node), node, "a when", keys))
                .flatMap(Optional::stream)
                .map(when -> branch(when, condition(when)))
                .toList();
        var otherwise = choice.required("otherwise", "otherwise", List.of("id", "description", "steps"))
                .map(block -> branch(block, Optional.empty()));
        return new Step.Choice(place, idOf(choice), branches, otherwise.orElse(null));
    }

    private Step.Branch branch(Block block, Optional<Written> condition) {
        return new Step.Branch(block.place(), idOf(block), condition.orElse(null), steps(block));
    }

    private Optional<Written> condition(Block when) {
        var condition = when.required("expression", "expression", List.of("simple"))
                .flatMap(block -> block.required("simple", "simple", List.of("expression")))
                .flatMap(block -> block.requiredText("expression"));
        condition.ifPresent(written -> {
            try {
                dialect.read(written.text());
            } catch (Refused e) {
                source.problem(written.place(), e.sentence());
            }
        });
        return condition;
    }

    private Step to(Place place, Block to) {
        var beside = new HashMap<String, String>();
        to.block("parameters", "parameters", TargetReader.PARAMETERS)
                .ifPresent(block -> TargetReader.PARAMETERS.forEach(
                        key -> block.text(key).ifPresent(value -> beside.put(key, value.text()))));
        var target = to.requiredText("uri").flatMap(uri -> {
            try {
                return Optional.of(targets.read(uri.text(), beside));
            } catch (Refused e) {
                source.problem(uri.place(), e.sentence());
                return Optional.empty();
            }
        });
        return new Step.To(place, idOf(to), target.orElse(null));
    }

    private static @Nullable String idOf(Block block) {
        return block.text("id").map(Written::text).orElse(null);
    }
}
