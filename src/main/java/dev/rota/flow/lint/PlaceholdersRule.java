package dev.rota.flow.lint;

import dev.rota.config.Nearest;
import dev.rota.flow.yaml.Yaml;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Whether each {@code {{placeholder}}} stands for something. */
final class PlaceholdersRule {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]+)}}");

    private final EngineProperties properties;

    PlaceholdersRule(EngineProperties properties) {
        this.properties = properties;
    }

    /** @param parameters names that mean something in this file alone */
    void check(Yaml root, Set<String> parameters) {
        root.all().forEach(yaml -> yaml.text()
                .ifPresent(
                        text -> PLACEHOLDER.matcher(text).results().forEach(found -> check(yaml, found, parameters))));
    }

    private void check(Yaml yaml, MatchResult found, Set<String> parameters) {
        var name = found.group(1);
        if (!parameters.contains(name)
                && !name.startsWith("env:")
                && properties.value(name).isEmpty()) {
            var known = new TreeSet<>(properties.names());
            known.addAll(parameters);
            yaml.problem(found.group() + " stands for nothing" + Nearest.hint(name, known));
        }
    }
}
