package dev.rota.flow.triage;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@code when} asks for.
 *
 * @param any whether one of the comparisons is enough; else all have to hold
 */
record Condition(List<Comparison> comparisons, boolean any) {

    /** More combinations than rules in a file have ways through them. */
    private static final int MOST = 1024;

    Condition {
        comparisons = List.copyOf(comparisons);
    }

    /** Whether this one holds whenever all the others do; no where that is not sure. */
    boolean followsFrom(List<Condition> others) {
        var combinations = List.of(List.<Comparison>of());
        for (var other : others) {
            combinations = other.times(combinations);
            if (combinations.size() > MOST) {
                return false;
            }
        }
        return combinations.stream().allMatch(this::followsFromAll);
    }

    private boolean followsFromAll(List<Comparison> known) {
        return ways().stream().anyMatch(way -> way.stream()
                .allMatch(wanted -> known.stream().anyMatch(each -> each.implies(wanted))));
    }

    private List<List<Comparison>> times(List<List<Comparison>> combinations) {
        var product = new ArrayList<List<Comparison>>();
        for (var combination : combinations) {
            for (var way : ways()) {
                var longer = new ArrayList<>(combination);
                longer.addAll(way);
                product.add(longer);
            }
        }
        return product;
    }

    /** The ways to hold, each of comparisons that all do. */
    private List<List<Comparison>> ways() {
        return any ? comparisons.stream().map(List::of).toList() : List.of(comparisons);
    }
}
