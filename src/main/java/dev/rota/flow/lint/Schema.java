package dev.rota.flow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;

/** The JSON schema of route files that Camel brings. */
final class Schema {

    private static final String FILE = "/schema/camelYamlDsl.json";

    /** Several megabytes, which an engine needs at its start and seldom after. */
    private static volatile SoftReference<JsonNode> read = new SoftReference<>(null);

    private Schema() {}

    static JsonNode read() {
        var known = read.get();
        if (known == null) {
            known = fresh();
            read = new SoftReference<>(known);
        }
        return known;
    }

    private static JsonNode fresh() {
        try (var file = YamlRoutesBuilderLoader.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("camel-yaml-dsl has no " + FILE + " that can be read", e);
        }
    }
}
