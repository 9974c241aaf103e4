package dev.rota.flow.lint;

import dev.rota.flow.yaml.Written;
import dev.rota.flow.yaml.Yaml;
import java.util.regex.Pattern;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** Whether Camel can read a text in jq. */
final class JqRule {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^{}]+}}");

    private JqRule() {}

    /** Everything that stands in a file. */
    static void check(Yaml root) {
        root.all().forEach(yaml -> yaml.text("jq", "expression").ifPresent(text -> check(yaml, text)));
    }

    private static void check(Yaml yaml, Written written) {
        var text = PLACEHOLDER.matcher(written.text()).replaceAll("null");
        if (text.contains("}}")) {
            yaml.source().problem(written.place(), "Camel takes }} in jq for the end of a placeholder; expected } }");
            return;
        }
        try {
            JsonQuery.compile(text, Versions.JQ_1_6);
        } catch (JsonQueryException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            var reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("it can't be read");
            yaml.source().problem(written.place(), "is not jq: " + reason);
        }
    }
}
