package dev.rota.flow.lint;

import dev.rota.flow.yaml.Place;
import dev.rota.flow.yaml.Written;
import dev.rota.flow.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a route takes from or sends to, with the engine's properties in place.
 *
 * @param written as it stands in the file
 * @param uri without its options
 * @param options those after the question mark, and those below {@code parameters}
 */
record Address(Written written, String uri, Map<String, Written> options) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([^{}:]+)(?::([^{}]*))?}}");
    private static final Pattern OPTION = Pattern.compile("([^=&]+)=(RAW\\(.*?\\)|[^&]*)(?:&|$)");

    /** The address of a {@code from} or of a step that sends. */
    static Optional<Address> of(Yaml yaml, EngineProperties properties) {
        return yaml.text("uri").map(uri -> {
            var parts = filled(uri.text(), properties).split("\\?", 2);
            var options = new LinkedHashMap<String, Written>();
            if (parts.length > 1) {
                OPTION.matcher(parts[1])
                        .results()
                        .forEach(option -> options.put(option.group(1), new Written(uri.place(), option.group(2))));
            }
            yaml.at("parameters").stream()
                    .flatMap(parameters -> parameters.entries().stream())
                    .forEach(entry -> entry.value()
                            .written()
                            .ifPresent(value -> options.put(
                                    entry.key(), new Written(value.place(), filled(value.text(), properties)))));
            return new Address(uri, parts[0], options);
        });
    }

    /** What stands before the first colon; empty when it is known only later. */
    String scheme() {
        var colon = uri.indexOf(':');
        return colon < 0 || uri.startsWith("{{") ? "" : uri.substring(0, colon);
    }

    /** What stands after the first colon, without slashes that say nothing. */
    String path() {
        return uri.substring(uri.indexOf(':') + 1).replaceFirst("^//", "");
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).map(Written::text);
    }

    Place place() {
        return written.place();
    }

    /** Placeholders of the engine with their values; the others as they stand. */
    private static String filled(String text, EngineProperties properties) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(properties
                        .value(found.group(1))
                        .or(() -> Optional.ofNullable(found.group(2)))
                        .orElse(found.group())));
    }
}
