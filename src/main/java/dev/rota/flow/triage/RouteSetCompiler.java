package dev.rota.flow.triage;

import dev.rota.config.Names;
import dev.rota.config.RuleFiles;
import dev.rota.desk.Company;
import java.util.List;

/** Compiles triage files into a route set, or refuses them with everything that is wrong. */
public final class RouteSetCompiler {

    /**
     * Lints and compiles.
     *
     * @param all the files that swap as one; their hash becomes the set's
     * @param company the queues, request types, numbers and skills that rules may name
     * @throws RouteSetRefused with all problems, by file and line
     */
    public RouteSet compile(RuleFiles all, Company company) throws RouteSetRefused {
        var linted = TriageLint.lint(all, Names.of(company));
        if (!linted.problems().isEmpty()) {
            throw new RouteSetRefused(linted.problems());
        }
        return start(all.hash(), linted.routes(), company);
    }

    private static RouteSet start(String hash, List<TriageRoute> routes, Company company) {
        var types = RequestTypes.of(company);
        var context = TriageContext.create(hash, types);
        try {
            var model = new RouteModel(context.resolveLanguage(TriageContext.SIMPLE));
            context.addRouteDefinitions(routes.stream().map(model::of).toList());
            context.start();
            return new RouteSet(
                    hash,
                    model.branches(),
                    context,
                    types,
                    company.fallback(),
                    company.queues().keySet(),
                    entry(routes));
        } catch (Exception e) {
            context.stop();
            throw new IllegalStateException("route set " + hash + " passed the lint and was refused by Camel", e);
        }
    }

    private static Rule entry(List<TriageRoute> routes) {
        return routes.stream()
                .filter(route -> route.name().equals(TriageRoute.REQUEST_TYPE))
                .map(route -> new Rule(
                        route.from().place(), route.name(), route.from().text()))
                .findAny()
                .orElseThrow();
    }
}
