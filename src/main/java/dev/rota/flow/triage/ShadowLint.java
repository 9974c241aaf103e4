package dev.rota.flow.triage;

import dev.rota.config.Names;
import dev.rota.config.Problem;
import dev.rota.flow.yaml.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether each {@code when} can be taken: what an earlier one takes never comes to a later one. */
final class ShadowLint {

    private final Dialect dialect;
    private final List<Problem> problems;

    ShadowLint(Names names, List<Problem> problems) {
        this.dialect = new Dialect(names);
        this.problems = problems;
    }

    /** A branch that takes everything of which its condition holds. */
    private record Taken(Place place, Condition condition) {}

    /** Adds whatever is wrong to the problems. */
    void check(TriageRoute route) {
        steps(route.steps(), List.of(), List.of());
    }

    /**
     * Steps somewhere in a route.
     *
     * @param known what holds of a message that comes here
     * @param taken what does not, since it went another way
     */
    private void steps(List<Step> steps, List<Condition> known, List<Taken> taken) {
        for (var step : steps) {
            if (step instanceof Step.Choice choice) {
                choice(choice, known, new ArrayList<>(taken));
            }
        }
    }

    private void choice(Step.Choice choice, List<Condition> known, List<Taken> taken) {
        for (var branch : choice.branches()) {
            var all = new ArrayList<>(known);
            var condition = condition(branch);
            condition.ifPresent(all::add);
            condition.ifPresent(asked -> taken.stream()
                    .filter(earlier -> earlier.condition().followsFrom(all))
                    .findFirst()
                    .ifPresent(earlier -> problems.add(branch.place()
                            .problem("this when is never taken: all that fits it goes to the one at " + earlier.place()
                                    + "; expected it before that one"))));
            steps(branch.steps(), all, List.copyOf(taken));
            condition.ifPresent(asked -> taken.add(new Taken(branch.place(), asked)));
        }
        if (choice.otherwise() != null) {
            steps(choice.otherwise().steps(), known, taken);
        }
    }

    private Optional<Condition> condition(Step.Branch branch) {
        try {
            return Optional.ofNullable(branch.condition()).map(written -> dialect.read(written.text()));
        } catch (Refused e) {
            return Optional.empty(); // the reader has said so
        }
    }
}
