package dev.rota.flow.lint;

import java.util.List;

/** Whether a route is short enough to read. */
final class LengthRule {

    private static final int MOST_STEPS = 12;
    private static final int MOST_IN_A_BRANCH = 3;

    private LengthRule() {}

    static void check(WrittenRoute route) {
        var longest = longest(route.steps());
        if (longest > MOST_STEPS) {
            route.yaml()
                    .problem("route '" + route.name() + "' has " + longest + " steps on its longest path; expected "
                            + MOST_STEPS + " at most");
        }
        route.allSteps().flatMap(step -> step.ways().stream()).forEach(way -> {
            if (way.steps().size() > MOST_IN_A_BRANCH) {
                way.holder()
                        .problem(way.name() + " has " + way.steps().size() + " steps; expected " + MOST_IN_A_BRANCH
                                + " at most, and a route of its own for more");
            }
        });
    }

    /** A step that holds steps counts one, and then its longest way. */
    private static int longest(List<Step> steps) {
        return steps.stream()
                .mapToInt(step -> 1
                        + step.ways().stream()
                                .mapToInt(way -> longest(way.steps()))
                                .max()
                                .orElse(0))
                .sum();
    }
}
