package dev.rota.flow.lint;

import dev.rota.config.Nearest;
import dev.rota.flow.yaml.Yaml;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a Kamelet is named like its file, says what it takes, and takes what it says. */
final class KameletRule {

    private final Kamelet kamelet;
    private final Yaml root;

    KameletRule(Kamelet kamelet) {
        this.kamelet = kamelet;
        this.root = kamelet.root();
    }

    /** Its keys, and the steps of its template. */
    void checkForm(FormRule form) {
        form.keys(Optional.of(root), "the Kamelet", "apiVersion", "kind", "metadata", "spec");
        form.keys(root.at("metadata"), "metadata", "name", "labels", "annotations");
        form.keys(root.at("spec"), "spec", "definition", "template");
        form.keys(kamelet.definition(), "definition", "title", "description", "type", "required", "properties");
        form.keys(root.at("spec", "template"), "template", "from");
        kamelet.route().ifPresent(route -> form.check(route.from(), Shape.of("FromDefinition"), "from"));
    }

    /** What it says of itself. */
    void check() {
        mustBe("camel.apache.org/v1", "apiVersion");
        mustBe("Kamelet", "kind");
        mustBe(kamelet.name(), "metadata", "name");
        mustBe("action", "metadata", "labels", "camel.apache.org/kamelet.type");
        mustBe("kamelet:source", "spec", "template", "from", "uri");
        mustSay("title", "spec", "definition");
        mustSay("description", "spec", "definition");
        var template = Stream.of(root.at("spec", "template"), root.at("metadata", "annotations"))
                .flatMap(Optional::stream)
                .flatMap(Yaml::all)
                .flatMap(yaml -> yaml.text().stream())
                .collect(Collectors.joining("\n"));
        kamelet.parameters().forEach(parameter -> parameter(parameter.key(), parameter.value(), template));
        required();
    }

    private void parameter(String name, Yaml parameter, String template) {
        Stream.of("title", "description", "type")
                .filter(key -> parameter.text(key).isEmpty())
                .forEach(key -> parameter.problem("parameter '" + name + "' has no " + key + "; expected one"));
        if (SecretsRule.NAMED.matcher(name).find()
                && parameter
                        .text("format")
                        .filter(format -> format.text().equals("password"))
                        .isEmpty()) {
            parameter.problem("parameter '" + name + "' is a secret by its name; expected format: password");
        }
        if (!template.contains("{{" + name + "}}")) {
            parameter.problem("no step uses parameter '" + name + "'; expected {{" + name + "}} in one");
        }
    }

    private void required() {
        for (var name : kamelet.required()) {
            if (!kamelet.parameterNames().contains(name.text())) {
                var hint = Nearest.hint(name.text(), kamelet.parameterNames());
                root.source().problem(name.place(), "no parameter is called '" + name.text() + "'" + hint);
            }
        }
    }

    private void mustBe(String expected, String... path) {
        var found = root.text(path).orElse(null);
        if (found == null) {
            root.problem("the Kamelet has no " + named(path) + "; expected " + expected);
        } else if (!found.text().equals(expected)) {
            root.source().problem(found.place(), named(path) + " is '" + found.text() + "'; expected " + expected);
        }
    }

    private void mustSay(String key, String... path) {
        root.at(path)
                .filter(yaml -> yaml.text(key).isEmpty())
                .ifPresent(yaml -> yaml.problem(named(path) + " has no " + key + "; expected one"));
    }

    private static String named(String... path) {
        return path[path.length - 1];
    }
}
