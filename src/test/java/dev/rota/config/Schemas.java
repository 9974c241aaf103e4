package dev.rota.config;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Makes the JSON Schema of each file from its record. */
final class Schemas {

    static final Map<String, Class<? extends Record>> FILES = Map.of(
            "numbers", NumbersFile.class,
            "teams", TeamsFile.class,
            "queues", QueuesFile.class,
            "shifts", ShiftsFile.class,
            "downstreams", DownstreamsFile.class,
            "replies", RepliesFile.class,
            "lookups", LookupsFile.class);

    private static final SchemaGenerator GENERATOR = generator();

    private Schemas() {}

    static String of(Class<? extends Record> file) {
        var components = List.of(file.getRecordComponents());
        var schema = GENERATOR.generateSchema(file);
        if (key(components.get(0)).whole()) {
            var inner =
                    (ObjectNode) schema.get("properties").get(components.get(0).getName());
            schema.remove(List.of("type", "properties", "required", "additionalProperties"));
            return schema.setAll(inner).toPrettyString() + "\n";
        }
        return schema.toPrettyString() + "\n";
    }

    /** The schema of {@code *.test.yaml}: cases may bring what a test lacks, so its name alone is required. */
    static String ofRuleTests() {
        var schema = (ObjectNode) tree(of(RuleTestsFile.class));
        var test = (ObjectNode) schema.get("items");
        test.putArray("required").add("name");
        var difference = test.deepCopy();
        difference.remove("required");
        ((ObjectNode) test.get("properties"))
                .putObject(Cases.CASES)
                .put("description", "A table of differences; each of them is a test of its own.")
                .put("type", "array")
                .put("minItems", 1)
                .set("items", difference);
        return schema.toPrettyString() + "\n";
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema is not JSON", e);
        }
    }

    private static SchemaGenerator generator() {
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS, Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        builder.forTypesInGeneral()
                .withPropertySorter(Comparator.comparingInt(Schemas::position))
                .withCustomDefinitionProvider(Schemas::definition)
                .withTypeAttributeOverride((json, type, context) -> alternatives(json, type));
        builder.forFields()
                .withRequiredCheck(field -> !RecordReader.isOptional(component(field)))
                .withDescriptionResolver(
                        field -> isItem(field) ? null : key(component(field)).value())
                .withDefaultResolver(field -> isItem(field) ? null : byDefault(key(component(field))))
                .withInstanceAttributeOverride((json, field, context) -> atLeast(json, field));
        return new SchemaGenerator(builder.build());
    }

    private static @Nullable CustomDefinition definition(ResolvedType type, SchemaGenerationContext context) {
        var erased = type.getErasedType();
        if (erased == Located.class) {
            return new CustomDefinition(context.createDefinition(inner(type)));
        }
        if (erased == Named.class) {
            var json = context.getGeneratorConfig().createObjectNode().put("type", "object");
            json.set("additionalProperties", each(inner(type), context));
            return new CustomDefinition(json);
        }
        if (erased.isSealed()) {
            var json = context.getGeneratorConfig().createObjectNode();
            for (var one : erased.getPermittedSubclasses()) {
                json.withArray("anyOf")
                        .add(context.createDefinition(context.getTypeContext().resolve(one)));
            }
            return new CustomDefinition(json);
        }
        return Scalar.of(erased)
                .map(scalar -> new CustomDefinition(
                        scalar(scalar, context.getGeneratorConfig().createObjectNode())))
                .orElse(null);
    }

    /** A parameter of a Kamelet may be a mapping of texts, too. */
    private static ObjectNode each(ResolvedType type, SchemaGenerationContext context) {
        var one = context.createDefinition(type);
        if (type.getErasedType() != Template.class) {
            return one;
        }
        var either = context.getGeneratorConfig().createObjectNode();
        var table = context.getGeneratorConfig().createObjectNode().put("type", "object");
        table.set("additionalProperties", one);
        either.putArray("anyOf").add(one).add(table);
        return either;
    }

    private static ObjectNode scalar(Scalar<?> scalar, ObjectNode json) {
        json.put("type", scalar.json());
        if (!scalar.pattern().isEmpty()) {
            json.put("pattern", "^(" + scalar.pattern() + ")$");
        }
        if (scalar.type().isEnum()) {
            var values = json.putArray("enum");
            Scalar.labels(scalar.type()).forEach(values::add);
        }
        if (scalar.type() == Level.class) {
            json.put("minimum", Level.LOWEST.value());
        }
        if (scalar.type() == Weight.class) {
            json.put("minimum", 0).put("maximum", 1);
        }
        return json;
    }

    private static void atLeast(ObjectNode json, FieldScope field) {
        var type = component(field).getType();
        var min = key(component(field)).min();
        if (min > 0 && !isItem(field)) {
            var word = type == int.class || type == Integer.class
                    ? "minimum"
                    : type == List.class ? "minItems" : "minProperties";
            json.put(word, min);
        }
    }

    /** Each alternative forbids other keys for itself; beside them it would forbid them all. */
    private static void alternatives(ObjectNode json, TypeScope type) {
        if (type.getType().getErasedType().isSealed()) {
            json.remove("additionalProperties");
        }
    }

    /** Whether it stands for the items of a list, which repeat the attributes of the list otherwise. */
    private static boolean isItem(FieldScope field) {
        return field.isFakeContainerItemScope();
    }

    private static ResolvedType inner(ResolvedType type) {
        return type.getTypeParameters().get(0);
    }

    private static RecordComponent component(FieldScope field) {
        return Arrays.stream(field.getDeclaringType().getErasedType().getRecordComponents())
                .filter(component -> component.getName().equals(field.getDeclaredName()))
                .findFirst()
                .orElseThrow();
    }

    private static int position(MemberScope<?, ?> member) {
        return Arrays.stream(member.getDeclaringType().getErasedType().getRecordComponents())
                .map(RecordComponent::getName)
                .toList()
                .indexOf(member.getDeclaredName());
    }

    private static Key key(RecordComponent component) {
        return RecordReader.key(component);
    }

    private static @Nullable Object byDefault(Key key) {
        Function<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions()))::load;
        return key.or().isEmpty() ? null : yaml.apply(key.or());
    }
}
