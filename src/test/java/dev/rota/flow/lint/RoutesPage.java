package dev.rota.flow.lint;

import dev.rota.flow.yaml.RouteFile;
import dev.rota.flow.yaml.Source;
import dev.rota.flow.yaml.Written;
import dev.rota.flow.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes {@code docs/routes.md} from the route files: which route leads where, takes and gives what, and may fail how. */
final class RoutesPage {

    private static final Path ROUTES = Path.of("routes");
    private static final String NOTHING = "–";
    private static final String HEAD =
            """
            # The routes

            What happens to a message, in reading order. Made from the files in [`routes/`](../routes) by a test, which fails when
            this page says something else; `mvn test -Dtest=RoutesPageTest -Drota.docs=write` writes it anew. The rules in
            [`routes/triage/`](../routes/triage) are asked by the last step of `enrich.inquiry`, and are read in their own files.

            """;

    private final List<RouteFile> files = RoutesFolder.read(ROUTES).files();
    private final List<WrittenRoute> routes = files.stream()
            .flatMap(file -> Yaml.root(new Source(file, new ArrayList<>())).stream())
            .flatMap(WrittenRoute::in)
            .toList();
    private final Walk walk;

    RoutesPage() {
        var properties = EngineProperties.of(Path.of("config"), ROUTES, Map.of(), new ArrayList<>());
        walk = new Walk(routes, Beans.ofEngine(), properties);
        walk.through(routes);
    }

    String text() {
        var page = new StringBuilder(HEAD).append(drawing());
        for (var file : files) {
            var its = routes.stream()
                    .filter(route -> route.yaml().place().file().equals(file))
                    .toList();
            if (!its.isEmpty()) {
                page.append("\n## [")
                        .append(file.name())
                        .append("](../routes/")
                        .append(file.name())
                        .append(")\n\n");
                page.append("| Route | What | Takes | Gives | On failure |\n|---|---|---|---|---|\n");
                its.forEach(route -> page.append(row(route)));
            }
        }
        return page.toString();
    }

    private String drawing() {
        var drawing = new StringBuilder("```mermaid\nflowchart TD\n");
        for (var route : routes) {
            if (route.direct().isEmpty()) {
                drawing.append("    ")
                        .append(uri(route))
                        .append(" --> ")
                        .append(route.name())
                        .append('\n');
            }
            route.allSteps()
                    .flatMap(step -> Send.of(step).stream())
                    .flatMap(send -> routes.stream()
                            .filter(next -> next.direct().filter(send::leadsTo).isPresent()))
                    .distinct()
                    .forEach(next -> drawing.append("    ")
                            .append(route.name())
                            .append(" --> ")
                            .append(next.name())
                            .append('\n'));
        }
        return drawing.append("```\n").toString();
    }

    /** A source as a node of its own. */
    private static String uri(WrittenRoute route) {
        return route.name() + ".from([\"" + from(route) + "\"])";
    }

    private static String from(WrittenRoute route) {
        return route.from().text("uri").map(Written::text).orElse("");
    }

    private String row(WrittenRoute route) {
        var ways = walk.of(route);
        return "| `" + route.name() + "` | "
                + route.yaml().text("description").map(Written::text).orElse("") + " | " + types(ways.keySet()) + " | "
                + types(ways.values()) + " | " + onFailure(route) + " |\n";
    }

    private static String types(Collection<Given> given) {
        var types = given.stream()
                .map(Given::body)
                .filter(Types::isKnown)
                .map(type -> "`" + Types.shown(type) + "`")
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return types.isEmpty() ? NOTHING : types;
    }

    private static String onFailure(WrittenRoute route) {
        if (route.yaml().at("errorHandler").isPresent()) {
            return "the caller hears of it at once";
        }
        Function<Yaml, String> id = each -> each.text("id").map(Written::text).orElse("caught");
        var caught = route.allSteps()
                .flatMap(step -> step.body().at("doCatch").stream())
                .flatMap(list -> list.items().stream())
                .map(id)
                .distinct()
                .collect(Collectors.joining("`, `"));
        return caught.isEmpty() ? "back to the source" : "`" + caught + "`, else back to the source";
    }
}
