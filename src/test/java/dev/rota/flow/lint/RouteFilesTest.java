package dev.rota.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Editors and Kaoto open the route files: Camel's own schema, read by a validator of others, accepts them. */
class RouteFilesTest {

    private static final String MODELINE =
            "# yaml-language-server: $schema=https://camel.apache.org/schema/camelYamlDsl-canonical.json\n";

    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(Schema.read());

    static Stream<Path> files() throws IOException {
        return endingIn(".camel.yaml");
    }

    static Stream<Path> kamelets() throws IOException {
        return endingIn(".kamelet.yaml");
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_route_file_follows_the_schema_and_names_it_for_the_editor(Path file) throws IOException {
        assertThat(schema.validate(yaml(file))).isEmpty();
        assertThat(Files.readString(file)).startsWith(MODELINE);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void the_template_of_a_kamelet_follows_the_schema(Path file) throws IOException {
        var route = JsonNodeFactory.instance.arrayNode();
        route.addObject().set("route", yaml(file).at("/spec/template"));

        assertThat(schema.validate(route)).isEmpty();
    }

    @Test
    void what_the_schema_refuses_is_refused_by_the_lint_too() throws IOException {
        var bad = Path.of("src/test/resources/company-bad");
        try (var files = Files.walk(bad)) {
            var refused = files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .filter(file -> !file.toString().contains("anchor")
                            && !file.toString().contains("not-yaml"))
                    .filter(this::isRefused)
                    .map(file -> bad.relativize(file).getName(0).toString())
                    .toList();

            // Each of them is a fixture with the sentence that the lint has for it.
            assertThat(refused)
                    .contains("unknown-step", "unknown-key-of-a-step", "quotes-around-a-number", "unknown-value")
                    .doesNotContain("unknown-bean", "no-consumer");
        }
    }

    private boolean isRefused(Path file) {
        try {
            return !schema.validate(yaml(file)).isEmpty();
        } catch (IOException e) {
            return true;
        }
    }

    private static Stream<Path> endingIn(String ending) throws IOException {
        try (var files = Files.walk(Path.of("routes"))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    private static JsonNode yaml(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }
}
