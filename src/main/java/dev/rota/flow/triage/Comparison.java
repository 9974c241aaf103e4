package dev.rota.flow.triage;

import dev.rota.inquiry.Durations;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact compared with a value, as a rule asks for it; one that stands alone is compared with true.
 *
 * @param value without its quotes; null for null
 */
record Comparison(FactCall call, String operator, @Nullable String value) {

    private static final String SOMETHING_ELSE = "\u0000";

    static Comparison of(FactCall call, String operator, String written) {
        var bare = written.replaceFirst("^'(.*)'$", "$1");
        return new Comparison(call, operator, written.equals("null") ? null : bare);
    }

    static Comparison alone(FactCall call) {
        return new Comparison(call, "==", "true");
    }

    /** Whether the other one holds whenever this one does; no where that is not sure. */
    boolean implies(Comparison other) {
        if (!call.fact().path().equals(other.call.fact().path())) {
            return false;
        }
        return switch (call.fact().kind()) {
            case YES_OR_NO -> isYes() == other.isYes() && (isYes() ? other.isWiderThan(this) : isWiderThan(other));
            case TEXT ->
                call.values().equals(other.call.values())
                        && Stream.of(null, value, other.value, SOMETHING_ELSE)
                                .allMatch(fact -> !holds(fact) || other.holds(fact));
            case COUNT ->
                Stream.concat(Stream.of((Integer) null), Stream.concat(around(value), around(other.value)))
                        .allMatch(fact -> !holds(fact) || other.holds(fact));
        };
    }

    private boolean isYes() {
        return operator.equals("==") == "true".equals(value);
    }

    /** Whether a fact that is true for the other's values is true for these. */
    private boolean isWiderThan(Comparison other) {
        var mine = call.values();
        var others = other.call.values();
        return switch (call.fact().values()) {
            case PHRASES -> mine.containsAll(others);
            case DURATION -> Durations.parse(mine.get(0)).compareTo(Durations.parse(others.get(0))) <= 0;
            default -> mine.equals(others);
        };
    }

    private boolean holds(@Nullable String fact) {
        return operator.equals("==") == Objects.equals(fact, value);
    }

    private boolean holds(@Nullable Integer fact) {
        if (fact == null || value == null) {
            return operator.matches("[=!]=") && operator.equals("==") == (fact == null && value == null);
        }
        var order = fact.compareTo(Integer.valueOf(value));
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            default -> order <= 0;
        };
    }

    /** The counts at which a comparison with the value changes its mind. */
    private static Stream<Integer> around(@Nullable String value) {
        if (value == null) {
            return Stream.of(0);
        }
        var at = Integer.parseInt(value);
        return Arrays.stream(new int[] {at - 1, at, at + 1})
                .filter(each -> each >= 0)
                .boxed();
    }
}
