package dev.rota.flow.lint;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.ResolvableType;

/**
 * What a step finds: the body's type, and the variables set so far.
 *
 * @param all whether no other variable can be there
 */
record Given(ResolvableType body, Map<String, ResolvableType> variables, boolean all) {

    /** A message that comes from somewhere nobody knows of. */
    static final Given ANYTHING = new Given(Types.UNKNOWN, Map.of(), false);

    /** A message as it enters the first route. */
    static Given first(ResolvableType body) {
        return new Given(body, Map.of(), true);
    }

    Given with(ResolvableType next) {
        return new Given(next, variables, all);
    }

    Given with(String variable, ResolvableType type) {
        var more = new HashMap<>(variables);
        more.put(variable, type);
        return new Given(body, more, all);
    }

    /** What is there after one of two ways. */
    Given or(Given other) {
        var both = new HashMap<>(variables);
        other.variables.forEach((name, type) -> both.merge(name, type, Types::either));
        return new Given(Types.either(body, other.body), both, all && other.all);
    }
}
