package dev.rota.flow.ruletest;

import dev.rota.flow.Foreseen;
import dev.rota.routing.Branch;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Which ways through the choices of the rules some messages went, and which ways none of them did. */
public record Coverage(List<Branch> hit, List<Branch> missed) {

    public Coverage {
        hit = List.copyOf(hit);
        missed = List.copyOf(missed);
    }

    static Coverage of(List<Branch> all, Collection<Foreseen> went) {
        var missed = new LinkedHashSet<>(all);
        for (var each : went) {
            each.decision().because().forEach(rule -> missed.removeIf(branch -> branch.isTaken(rule)));
        }
        return new Coverage(
                all.stream().filter(branch -> !missed.contains(branch)).toList(), List.copyOf(missed));
    }

    /** How many ways there are. */
    public int all() {
        return hit.size() + missed.size();
    }
}
