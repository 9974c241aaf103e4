package dev.rota.config;

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

/** Run with {@code -Drota.schemas=write} to write the schemas anew. */
class SchemasTest {

    private static final Path SCHEMAS = Path.of("config/schema");

    @ParameterizedTest
    @MethodSource("files")
    void the_schema_in_the_folder_is_the_one_that_the_record_makes(String name) throws IOException {
        hasSchema(name, schemaText(name));
    }

    @Test
    void so_is_the_one_for_tests_of_the_rules() throws IOException {
        hasSchema("tests", Schemas.ofRuleTests());
    }

    @Test
    void the_tests_of_the_example_company_follow_it_and_name_it() throws IOException {
        var schema = schemaOf(Schemas.ofRuleTests());
        try (var tests = Files.list(Path.of("routes/triage/tests"))) {
            for (var file : tests.toList()) {
                assertThat(schema.validate(yaml(file))).as(file.toString()).isEmpty();
                assertThat(Files.readString(file))
                        .startsWith("# yaml-language-server: $schema=../../../config/schema/tests.schema.json\n");
            }
        }
    }

    private static void hasSchema(String name, String schema) throws IOException {
        var file = SCHEMAS.resolve(name + ".schema.json");
        if ("write".equals(System.getProperty("rota.schemas"))) {
            Files.createDirectories(SCHEMAS);
            Files.writeString(file, schema);
        }
        assertThat(file).hasContent(schema);
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_example_company_follows_its_schema(String name) throws IOException {
        assertThat(schema(name).validate(yaml(Path.of("config", name + ".yaml"))))
                .isEmpty();
    }

    @Test
    void a_schema_accepts_a_word_or_keys_where_the_reader_does() throws IOException {
        assertThat(schema("queues").validate(yaml(Path.of("src/test/resources/config-good/queues.yaml"))))
                .isEmpty();
        assertThat(schema("queues")
                        .validate(yaml(Path.of("src/test/resources/config-bad/unknown-word-at-shift-end/queues.yaml"))))
                .hasSizeGreaterThan(3);
    }

    @Test
    void what_the_example_company_leaves_out_of_its_lookups_follows_the_schema_too() throws IOException {
        var shown = Files.readString(Path.of("config/lookups.yaml")).replaceAll("(?m)^# (?=crm|model| )", "");

        assertThat(yaml(shown).fieldNames()).toIterable().containsExactly("crm", "model");
        assertThat(schema("lookups").validate(yaml(shown))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_example_names_its_schema_for_the_editor(String name) throws IOException {
        assertThat(Files.readString(Path.of("config", name + ".yaml")))
                .startsWith("# yaml-language-server: $schema=schema/" + name + ".schema.json\n");
    }

    @Test
    void a_schema_refuses_what_the_reader_refuses() throws IOException {
        for (var fault : new String[] {"unknown-key", "text-for-a-number", "capacity-below-one", "level-below-one"}) {
            var file = Path.of("src/test/resources/config-bad", fault, "teams.yaml");
            assertThat(schema("teams").validate(yaml(file))).as(fault).isNotEmpty();
        }
    }

    static Stream<String> files() {
        return Schemas.FILES.keySet().stream().sorted();
    }

    private static String schemaText(String name) {
        var type = Schemas.FILES.get(name);
        return type == null ? "" : Schemas.of(type);
    }

    private static JsonSchema schema(String name) {
        return schemaOf(schemaText(name));
    }

    private static JsonSchema schemaOf(String text) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text);
    }

    /** A file in which nothing stands has no keys. */
    private static JsonNode yaml(String text) throws IOException {
        var read = new YAMLMapper().readTree(text);
        return read.isMissingNode() ? JsonNodeFactory.instance.objectNode() : read;
    }

    private static JsonNode yaml(Path file) throws IOException {
        return yaml(Files.readString(file));
    }
}
