package dev.rota.flow.lint;

import dev.rota.config.Nearest;
import dev.rota.flow.yaml.Written;
import dev.rota.flow.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether what holds when a route fails is said in one file, once for all routes. Camel says nothing of a
 * {@code routeConfigurationId} that no configuration has: the route loses the one for all as well.
 */
final class FailuresRule {

    private static final String FILE = "failures.camel.yaml";
    private static final String ID = "routeConfigurationId";

    private final Map<String, Yaml> named = new TreeMap<>();
    private final List<Yaml> forAll = new ArrayList<>();

    /** Takes the configurations of a route file. */
    void know(Yaml root) {
        for (var item : root.items()) {
            item.at("routeConfiguration").ifPresent(found -> {
                found.text("id")
                        .map(Written::text)
                        .ifPresentOrElse(id -> named.put(id, found), () -> forAll.add(found));
                if (!found.place().file().name().equals(FILE)) {
                    found.problem("a routeConfiguration stands beside routes; expected all of them in " + FILE);
                }
            });
        }
    }

    /** Checks the routes, and whether there is one configuration for all; {@code folder} is where it lacks. */
    void check(List<WrittenRoute> routes, RoutesFolder folder) {
        if (forAll.isEmpty()) {
            folder.problem(FILE, "no routeConfiguration is without an id; expected one, which holds for every route");
        }
        forAll.stream()
                .skip(1)
                .forEach(second -> second.problem("a second routeConfiguration has no id; the one that holds for all"
                        + " stands in " + forAll.get(0).place()));
        for (var route : routes) {
            route.yaml().at(ID).ifPresent(this::mustExist);
            route.yaml().at("errorHandler").ifPresent(FailuresRule::mustBeNone);
        }
    }

    private void mustExist(Yaml id) {
        var name = id.text().orElse("");
        if (!named.containsKey(name)) {
            id.problem("no routeConfiguration is called '" + name + "'" + Nearest.hint(name, named.keySet()));
        }
    }

    private static void mustBeNone(Yaml handler) {
        if (handler.at("noErrorHandler").isEmpty()) {
            handler.problem(
                    "the route handles its failures itself; expected noErrorHandler, or a routeConfiguration in "
                            + FILE);
        }
    }
}
