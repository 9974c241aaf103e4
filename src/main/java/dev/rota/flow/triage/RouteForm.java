package dev.rota.flow.triage;

import dev.rota.config.Problem;
import dev.rota.flow.yaml.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether each route is short enough to read, and each id stands for one thing. */
final class RouteForm {

    private static final int MOST_STEPS = 12;

    private final Map<String, Place> ids = new HashMap<>();
    private final List<Problem> problems;

    RouteForm(List<Problem> problems) {
        this.problems = problems;
    }

    /** Adds whatever is wrong to the problems. */
    void check(TriageRoute route) {
        id(route.name(), route.id().place());
        ids(route.steps());
        var longest = longest(route.steps());
        if (longest > MOST_STEPS) {
            problems.add(route.id()
                    .place()
                    .problem("route '" + route.name() + "' has " + longest + " steps on its longest path; expected "
                            + MOST_STEPS + " at most"));
        }
    }

    private void ids(List<Step> steps) {
        for (var step : steps) {
            id(step.id(), step.place());
            if (step instanceof Step.Choice choice) {
                for (var branch : choice.ways()) {
                    id(branch.id(), branch.place());
                    ids(branch.steps());
                }
            }
        }
    }

    private void id(@Nullable String id, Place place) {
        var first = id == null ? null : ids.putIfAbsent(id, place);
        if (first != null) {
            problems.add(place.problem("id '" + id + "' stands already in " + first + "; expected another"));
        }
    }

    /** A choice counts one, and then its longest branch. */
    private static int longest(List<Step> steps) {
        return steps.stream()
                .mapToInt(step -> step instanceof Step.Choice choice
                        ? 1
                                + choice.ways().stream()
                                        .mapToInt(branch -> longest(branch.steps()))
                                        .max()
                                        .orElse(0)
                        : 1)
                .sum();
    }
}
