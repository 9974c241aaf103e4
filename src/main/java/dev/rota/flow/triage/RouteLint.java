package dev.rota.flow.triage;

import dev.rota.config.Nearest;
import dev.rota.config.Problem;
import dev.rota.flow.yaml.Place;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the routes of a folder fit together: both entries, no way in a circle, and the right end for every path. */
final class RouteLint {

    private final Map<String, TriageRoute> routes = new LinkedHashMap<>();
    private final RouteFolder folder;
    private final List<Problem> problems;
    private final Set<String> reached = new HashSet<>();

    /** Whether nothing is misspelt so far: what is missing then is missing, and not called otherwise. */
    private boolean whole;

    RouteLint(Collection<TriageRoute> all, RouteFolder folder, List<Problem> problems) {
        all.forEach(route -> routes.putIfAbsent(route.name(), route));
        this.folder = folder;
        this.problems = problems;
        this.whole = problems.isEmpty();
    }

    /** Adds whatever is wrong to the problems. */
    void check() {
        new Walk(Target.RequestType.class, "request-type:NAME").from(TriageRoute.REQUEST_TYPE);
        new Walk(Target.Queue.class, "queue:NAME").from(TriageRoute.QUEUE);
        for (var route : routes.values()) {
            if (!route.from().text().equals(Target.DIRECT + ":" + route.name())) {
                problem(
                        route.from().place(),
                        "route '" + route.name() + "' is entered by '"
                                + route.from().text() + "'; expected direct:" + route.name());
            }
            if (whole && !reached.contains(route.name())) {
                problem(route.id().place(), "no route leads to '" + route.name() + "'; expected one that does");
            }
        }
    }

    private void problem(Place place, String sentence) {
        problems.add(place.problem(sentence));
    }

    /** The way from one entry to its ends, all of which are of one kind. */
    private final class Walk {

        private final Class<? extends Target> end;
        private final String expected;
        private final Set<String> done = new HashSet<>();
        private final Set<String> way = new LinkedHashSet<>();

        Walk(Class<? extends Target> end, String expected) {
            this.end = end;
            this.expected = expected;
        }

        void from(String entry) {
            var route = routes.get(entry);
            if (route == null && whole) {
                problems.add(folder.problem("no route is called '" + entry + "'; expected one, from direct:" + entry));
            } else if (route != null) {
                through(route);
            }
        }

        private void through(TriageRoute route) {
            reached.add(route.name());
            if (done.add(route.name())) {
                way.add(route.name());
                steps(route.steps());
                way.remove(route.name());
            }
        }

        private void steps(List<Step> steps) {
            if (steps.size() > 1) {
                problem(steps.get(1).place(), "stands after the step that ends the route; expected one step");
            }
            for (var step : steps) {
                if (step instanceof Step.Choice choice) {
                    choice.ways().forEach(branch -> steps(branch.steps()));
                } else if (step instanceof Step.To to && to.target() != null) {
                    to(to.place(), to.target());
                }
            }
        }

        private void to(Place place, Target target) {
            if (!(target instanceof Target.Route next)) {
                if (!end.isInstance(target)) {
                    problem(place, "the route ends in '" + target.uri() + "'; expected " + expected);
                }
                return;
            }
            var route = routes.get(next.id());
            if (route == null) {
                whole = false;
                problem(place, "no route is called '" + next.id() + "'" + Nearest.hint(next.id(), routes.keySet()));
            } else if (way.contains(next.id())) {
                problem(place, "the way leads back to '" + next.id() + "' and never ends; expected " + expected);
            } else {
                through(route);
            }
        }
    }
}
