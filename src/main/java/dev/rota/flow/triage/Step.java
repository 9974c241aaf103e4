package dev.rota.flow.triage;

import dev.rota.flow.yaml.Place;
import dev.rota.flow.yaml.Written;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One step of a route as it was read. */
sealed interface Step {

    @Nullable
    String id();

    Place place();

    /** The first branch that holds is taken, else the otherwise, which only an unsound choice lacks. */
    record Choice(Place place, @Nullable String id, List<Branch> branches, @Nullable Branch otherwise) implements Step {

        /** All ways through it. */
        List<Branch> ways() {
            return Stream.concat(branches.stream(), Stream.ofNullable(otherwise))
                    .toList();
        }
    }

    /**
     * The end of a path, or the way to another route.
     *
     * @param target null when it was refused
     */
    record To(Place place, @Nullable String id, @Nullable Target target) implements Step {}

    /**
     * One way through a choice.
     *
     * @param condition null for an otherwise, or when it was refused
     */
    record Branch(Place place, @Nullable String id, @Nullable Written condition, List<Step> steps) {}
}
