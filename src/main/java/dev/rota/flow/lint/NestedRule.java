package dev.rota.flow.lint;

import dev.rota.config.Nearest;
import dev.rota.flow.yaml.Written;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether a Kamelet that a Kamelet sends to is there, and gets what it takes. */
final class NestedRule {

    private static final String SCHEME = "kamelet:";

    private final Map<String, Kamelet> kamelets = new TreeMap<>();

    NestedRule(List<Kamelet> kamelets) {
        kamelets.forEach(kamelet -> this.kamelets.put(kamelet.name(), kamelet));
    }

    void check(Kamelet kamelet) {
        kamelet.route()
                .ifPresent(
                        route -> route.allSteps().filter(step -> step.is("to")).forEach(step -> step.text("uri")
                                .filter(uri -> uri.text().startsWith(SCHEME))
                                .ifPresent(uri -> check(step, uri))));
    }

    private void check(Step step, Written uri) {
        var name = uri.text().substring(SCHEME.length());
        var nested = kamelets.get(name);
        if (nested == null) {
            step.body()
                    .source()
                    .problem(
                            uri.place(), "no Kamelet is called '" + name + "'" + Nearest.hint(name, kamelets.keySet()));
            return;
        }
        var given = step.body().at("parameters").map(each -> each.entries()).orElse(List.of());
        given.stream()
                .filter(each -> !nested.parameterNames().contains(each.key()))
                .forEach(each -> each.value()
                        .problem(name + " takes no '" + each.key() + "'"
                                + Nearest.hint(each.key(), nested.parameterNames())));
        nested.required().stream()
                .filter(required -> given.stream().noneMatch(each -> each.key().equals(required.text())))
                .forEach(required -> step.body().problem(name + " lacks its '" + required.text() + "'"));
    }
}
