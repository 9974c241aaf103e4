package dev.rota.flow.downstream;

import dev.rota.config.RuleFile;
import dev.rota.flow.yaml.RouteFile;
import dev.rota.flow.yaml.Source;
import dev.rota.flow.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The annotations of a Kamelet file, with the parameters that they name in place. */
final class KameletAnnotations {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\{(\\w+)}}");

    private KameletAnnotations() {}

    /** @param with the parameters that are given; others have their defaults */
    static Map<String, String> of(RuleFile file, Map<String, String> with) {
        var root = Yaml.root(new Source(RouteFile.of(file), new ArrayList<>()));
        var values = new HashMap<String, String>();
        root.flatMap(yaml -> yaml.at("spec", "definition", "properties")).stream()
                .flatMap(properties -> properties.entries().stream())
                .forEach(property -> property.value()
                        .at("default")
                        .flatMap(Yaml::text)
                        .ifPresent(value -> values.put(property.key(), value)));
        values.putAll(with);
        var annotations = new HashMap<String, String>();
        root.flatMap(yaml -> yaml.at("metadata", "annotations")).stream()
                .flatMap(all -> all.entries().stream())
                .forEach(each ->
                        each.value().text().ifPresent(text -> annotations.put(each.key(), filled(text, values))));
        return annotations;
    }

    private static String filled(String text, Map<String, String> values) {
        return PARAMETER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
