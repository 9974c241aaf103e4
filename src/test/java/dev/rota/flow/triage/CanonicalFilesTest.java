package dev.rota.flow.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.config.Names;
import dev.rota.config.Problem;
import dev.rota.flow.yaml.RouteFile;
import dev.rota.flow.yaml.Source;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files are Camel's, not a language of ours that looks like it: Camel's own reader finds the same rules. */
class CanonicalFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"request-type.camel.yaml", "queue.camel.yaml"})
    void camel_reads_the_same_rules(String name) throws Exception {
        var file = Fibranorte.ROUTES.resolve("triage").resolve(name);
        var problems = new ArrayList<Problem>();
        var ours = new RouteReader(
                        new Source(new RouteFile(name, name, Files.readAllBytes(file)), problems),
                        Names.of(Fibranorte.company()))
                .routes().stream().flatMap(route -> rules(route.steps())).toList();

        assertThat(problems).isEmpty();
        assertThat(camels(name)).isNotEmpty().isEqualTo(ours);
    }

    private static List<String> camels(String name) throws Exception {
        try (var context = new DefaultCamelContext();
                var loader = new YamlRoutesBuilderLoader()) {
            loader.setCamelContext(context);
            loader.start();
            var bytes = Files.readAllBytes(Fibranorte.ROUTES.resolve("triage").resolve(name));
            var builder = (RouteBuilder) loader.loadRoutesBuilder(ResourceHelper.fromBytes(name, bytes));
            return builder.configureRoutes(context).getRoutes().stream()
                    .flatMap(route -> camels(route.getOutputs()))
                    .toList();
        }
    }

    private static Stream<String> rules(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step instanceof Step.Choice choice
                        ? choice.ways().stream().flatMap(CanonicalFilesTest::rules)
                        : Stream.of("to"));
    }

    private static Stream<String> rules(Step.Branch branch) {
        var condition =
                branch.condition() == null ? "otherwise" : branch.condition().text();
        return Stream.concat(Stream.of(condition), rules(branch.steps()));
    }

    private static Stream<String> camels(List<ProcessorDefinition<?>> outputs) {
        return outputs.stream()
                .flatMap(output -> output instanceof ChoiceDefinition choice ? camels(choice) : Stream.of("to"));
    }

    private static Stream<String> camels(ChoiceDefinition choice) {
        var whens = choice.getWhenClauses().stream()
                .flatMap(when ->
                        Stream.concat(Stream.of(when.getExpression().getExpression()), camels(when.getOutputs())));
        return Stream.concat(
                whens,
                Stream.concat(
                        Stream.of("otherwise"), camels(choice.getOtherwise().getOutputs())));
    }
}
