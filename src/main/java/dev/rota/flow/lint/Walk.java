package dev.rota.flow.lint;

import dev.rota.flow.yaml.Yaml;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Goes through the routes as a message does, and knows at each step what the body is: whether beans take what they are
 * given, and whether what texts ask of the body is there.
 */
final class Walk {

    private final Map<String, WrittenRoute> routes = new HashMap<>();
    private final Map<WrittenRoute, Map<Given, Given>> done = new HashMap<>();
    private final Entrances entrances;
    private final BeanCall calls;
    private final EngineProperties properties;

    Walk(List<WrittenRoute> all, Beans beans, EngineProperties properties) {
        all.forEach(route -> route.direct().ifPresent(name -> routes.putIfAbsent(name, route)));
        this.entrances = new Entrances(beans);
        this.calls = new BeanCall(beans);
        this.properties = properties;
    }

    /** Enters where messages come from, and then the routes that no way led to. */
    void through(List<WrittenRoute> all) {
        through(all, Map.of());
    }

    /** The same, where it is known what some routes are given. */
    void through(List<WrittenRoute> all, Map<WrittenRoute, Given> known) {
        all.stream().filter(route -> route.direct().isEmpty()).forEach(route -> {
            var given = known.get(route);
            enter(route, given == null ? entrances.of(route.from(), properties) : given);
        });
        all.stream().filter(route -> !done.containsKey(route)).forEach(route -> enter(route, Given.ANYTHING));
    }

    /** What a route was given, at each of its entries. */
    Map<Given, Given> of(WrittenRoute route) {
        return done.getOrDefault(route, Map.of());
    }

    private Given enter(WrittenRoute route, Given given) {
        var known = done.computeIfAbsent(route, first -> new HashMap<>());
        if (!known.containsKey(given)) {
            known.put(given, given.with(Types.UNKNOWN)); // what a circle leaves
            known.put(given, steps(route.steps(), given));
        }
        return known.get(given);
    }

    private Given steps(List<Step> steps, Given first) {
        var given = first;
        for (var step : steps) {
            given = step(step, given);
        }
        return given;
    }

    private Given step(Step step, Given given) {
        texts(step, given);
        return switch (step.name()) {
            case "bean" -> given.with(Types.after(calls.check(step.body(), given), given.body()));
            case "setBody", "transform" -> given.with(expression(step.body(), given));
            case "setVariable" ->
                step.text("name")
                        .map(name -> given.with(name.text(), expression(step.body(), given)))
                        .orElse(given);
            case "to", "toD" -> sent(step, given);
            case "marshal" -> given.with(Types.of(byte[].class));
            case "convertBodyTo" -> given.with(named(step));
            case "choice", "doTry", "filter" -> ways(step, given);
            case "setHeader", "setHeaders", "removeHeader", "removeHeaders", "log", "delay", "stop", "throwException" ->
                given;
            default -> {
                step.ways().forEach(way -> steps(way.steps(), Given.ANYTHING));
                yield given.with(Types.UNKNOWN);
            }
        };
    }

    private Given ways(Step step, Given given) {
        var ways = step.ways();
        var each = ways.stream().map(way -> steps(way.steps(), given)).toList();
        var open = !step.is("doTry") && step.body().at("otherwise").isEmpty();
        return each.stream()
                .reduce(Given::or)
                .map(end -> open ? end.or(given) : end)
                .orElse(given);
    }

    private Given sent(Step step, Given given) {
        var variable = step.text("variableSend").map(name -> given.variables().get(name.text()));
        var input = variable.map(given::with).orElse(given);
        Address.of(step.body(), properties)
                .ifPresent(address -> SqlRule.check(step.body().source(), address, input.body()));
        var output = Send.of(step).stream()
                .flatMap(send -> routes.values().stream().filter(route -> leads(send, route)))
                .map(route -> enter(route, input))
                .reduce(Given::or)
                .orElse(input.with(Types.UNKNOWN));
        return step.text("variableReceive")
                .map(name -> given.with(name.text(), output.body()))
                .orElse(output);
    }

    private static boolean leads(Send send, WrittenRoute route) {
        return route.direct().filter(send::leadsTo).isPresent();
    }

    private ResolvableType expression(Yaml body, Given given) {
        var method = body.at("expression", "method");
        if (method.isPresent()) {
            return calls.check(method.get(), given);
        }
        var text = body.text("expression", "simple", "expression");
        if (text.isPresent()) {
            try {
                return Simple.type(text.get().text(), given);
            } catch (Members.Missing e) {
                return Types.UNKNOWN; // said by texts()
            }
        }
        return body.at("expression", "constant").isPresent() ? Types.of(String.class) : Types.UNKNOWN;
    }

    private void texts(Step step, Given given) {
        step.own()
                .filter(entry -> !step.is("bean") && !entry.key().equals("method"))
                .forEach(entry -> entry.value().written().ifPresent(text -> {
                    try {
                        Simple.type(text.text(), given);
                    } catch (Members.Missing e) {
                        entry.value().problem(e.sentence());
                    }
                }));
    }

    private static ResolvableType named(Step step) {
        var type = step.text("type").map(each -> each.text()).orElse("");
        return ClassUtils.isPresent(type, Walk.class.getClassLoader())
                ? Types.of(ClassUtils.resolveClassName(type, Walk.class.getClassLoader()))
                : Types.UNKNOWN;
    }
}
