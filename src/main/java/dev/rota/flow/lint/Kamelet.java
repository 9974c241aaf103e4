package dev.rota.flow.lint;

import dev.rota.flow.yaml.Written;
import dev.rota.flow.yaml.Yaml;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One Kamelet file: what it takes, and the route that it is a template of. */
record Kamelet(String name, Yaml root) {

    private static final Pattern FILE = Pattern.compile("(?:.*/)?(.+)\\.kamelet\\.yaml");

    static Kamelet of(Yaml root) {
        return new Kamelet(FILE.matcher(root.place().file().name()).replaceFirst("$1"), root);
    }

    Optional<Yaml> definition() {
        return root.at("spec", "definition");
    }

    /** Its parameters, as they are described. */
    List<Yaml.Entry> parameters() {
        return definition()
                .flatMap(each -> each.at("properties"))
                .map(Yaml::entries)
                .orElse(List.of());
    }

    Set<String> parameterNames() {
        var names = new TreeSet<String>();
        parameters().forEach(entry -> names.add(entry.key()));
        return names;
    }

    /** The parameters that have to be given. */
    List<Written> required() {
        return definition().flatMap(each -> each.at("required")).stream()
                .flatMap(list -> list.items().stream())
                .flatMap(item -> item.written().stream())
                .toList();
    }

    Optional<WrittenRoute> route() {
        return root.at("spec", "template").flatMap(WrittenRoute::of);
    }
}
