package dev.rota.flow.lint;

import dev.rota.config.Adapter;
import dev.rota.config.Nearest;
import dev.rota.config.Problem;
import dev.rota.flow.yaml.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether each Kamelet that {@code config/} uses is there, and gets what it takes. */
final class AdaptersRule {

    private final Map<String, Kamelet> kamelets = new TreeMap<>();

    AdaptersRule(List<Kamelet> kamelets) {
        kamelets.forEach(kamelet -> this.kamelets.put(kamelet.name(), kamelet));
    }

    List<Problem> problems(List<Adapter> adapters) {
        var problems = new ArrayList<Problem>();
        for (var adapter : adapters) {
            var kamelet = kamelets.get(adapter.kamelet());
            if (kamelet == null) {
                problems.add(adapter.problem(
                        adapter.line(),
                        ": unknown kamelet '" + adapter.kamelet() + "'"
                                + Nearest.hint(adapter.kamelet(), kamelets.keySet())));
            } else if (kamelet.definition().isPresent()) {
                parameters(adapter, kamelet, problems);
            }
        }
        return problems;
    }

    private static void parameters(Adapter adapter, Kamelet kamelet, List<Problem> problems) {
        var known = kamelet.parameterNames();
        var unknown = new TreeMap<>(adapter.parameters());
        unknown.keySet().removeAll(known);
        unknown.forEach((name, line) -> problems.add(adapter.problem(
                line, ": " + adapter.kamelet() + " takes no '" + name + "'" + Nearest.hint(name, known))));
        if (unknown.isEmpty()) {
            kamelet.required().stream()
                    .map(Written::text)
                    .filter(name -> known.contains(name)
                            && !adapter.parameters().containsKey(name)
                            && !adapter.offered().contains(name))
                    .forEach(name -> problems.add(
                            adapter.problem(adapter.line(), ": " + adapter.kamelet() + " lacks its '" + name + "'")));
        }
    }
}
