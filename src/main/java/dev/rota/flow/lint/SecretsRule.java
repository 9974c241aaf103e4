package dev.rota.flow.lint;

import dev.rota.flow.yaml.Yaml;
import java.util.List;
import java.util.regex.Pattern;

/** Whether something that looks like a secret stands in a file. The sentence does not repeat it. */
final class SecretsRule {

    /** What keys and names of secrets look like. */
    static final Pattern NAMED =
            Pattern.compile("secret|token|password|api-?key|authorization", Pattern.CASE_INSENSITIVE);

    private static final List<Pattern> LOOKS = List.of(
            Pattern.compile("://[^/\\s:@]+:[^/\\s@{}]+@"),
            Pattern.compile("(?i)\\b(?:bearer|basic) +[\\w.~+/-]{8,}"),
            Pattern.compile("(?<![\\w.])(?=\\w*[a-z])(?=\\w*[A-Z])(?=\\w*\\d)\\w{24,}(?![\\w.])"),
            Pattern.compile("(?i)(?<!\\w)[0-9a-f]{32,}(?!\\w)"));

    private SecretsRule() {}

    /** Everything that stands in a file. */
    static void check(Yaml root) {
        root.all().forEach(yaml -> yaml.entries().forEach(entry -> {
            if (isNamed(entry) || looks(entry.value()) || isHeader(entry)) {
                entry.value()
                        .problem(entry.key() + " looks like a secret; expected a placeholder such as {{env:NAME}}");
            }
        }));
    }

    private static boolean isNamed(Yaml.Entry entry) {
        return NAMED.matcher(entry.key()).find() && isWritten(entry.value());
    }

    private static boolean looks(Yaml yaml) {
        return yaml.text()
                .filter(text ->
                        LOOKS.stream().anyMatch(look -> look.matcher(text).find()))
                .isPresent();
    }

    /** A header's value stands beside its name. */
    private static boolean isHeader(Yaml.Entry entry) {
        var name = entry.value().text("name");
        return entry.key().equals("setHeader")
                && name.filter(each -> NAMED.matcher(each.text()).find()).isPresent()
                && entry.value()
                        .at("expression", "constant", "expression")
                        .filter(SecretsRule::isWritten)
                        .isPresent();
    }

    private static boolean isWritten(Yaml yaml) {
        return yaml.text()
                .filter(text -> !text.contains("{{") && !text.contains("${") && !text.matches("true|false|#.*"))
                .isPresent();
    }
}
