package dev.rota.flow.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rota.config.InvalidConfig;
import dev.rota.config.Placeholders;
import dev.rota.config.RuleFolders;
import dev.rota.flow.downstream.AdapterCompiler;
import dev.rota.flow.lint.EngineProperties;
import dev.rota.flow.lint.Lint;
import dev.rota.flow.triage.RouteSetRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/** An engine neither starts nor swaps on routes with a problem. */
class SoundRoutesTest {

    private static final Path CONFIG = Path.of("config");

    private final Path routes;
    private final Lint lint;
    private final Placeholders placeholders = Placeholders.of(CONFIG, name -> "http://127.0.0.1");

    SoundRoutesTest(@TempDir Path folder) throws IOException {
        routes = folder.resolve("routes");
        FileSystemUtils.copyRecursively(Path.of("routes"), routes);
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.addFirst(new MapPropertySource("folders", Map.of("rota.routes-dir", routes.toString())));
        new YamlPropertySourceLoader()
                .load("engine", new ClassPathResource("application.yaml"))
                .forEach(sources::addLast);
        lint = new Lint(new EngineProperties(environment));
    }

    @Test
    void an_engine_starts_on_the_example() {
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void an_engine_does_not_start_on_a_route_with_a_problem() throws IOException {
        replace("10-receive.camel.yaml", "ref: signature", "ref: signatur");

        assertThatThrownBy(this::start)
                .isInstanceOf(InvalidConfig.class)
                .hasMessage(
                        routes + "/10-receive.camel.yaml:16: no bean is called 'signatur'; did you mean 'signature'?");
    }

    @Test
    void a_kamelet_with_a_problem_is_not_compiled() throws IOException {
        replace(
                "downstream/webhook-ticket-action.kamelet.yaml",
                "followRedirects: \"false\"",
                "followRedirects: \"true\"");

        var refused = catchThrowableOfType(RouteSetRefused.class, () -> new RuleCompiler(placeholders, lint)
                .compile(RuleFolders.read(CONFIG, routes), new AdapterCompiler(new DefaultCamelContext())));

        assertThat(refused.problems()).singleElement().satisfies(problem -> assertThat(problem.sentence())
                .isEqualTo("the call lacks followRedirects: \"false\"; expected it"));
    }

    private void start() throws Exception {
        new RulesConfiguration(CONFIG, routes)
                .routesAreSound(lint, RuleFolders.read(CONFIG, routes), placeholders)
                .afterPropertiesSet();
    }

    private void replace(String file, String from, String to) throws IOException {
        var path = routes.resolve(file);
        Files.writeString(path, Files.readString(path).replace(from, to));
    }
}
