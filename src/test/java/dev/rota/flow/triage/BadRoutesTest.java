package dev.rota.flow.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rota.config.Problem;
import dev.rota.config.RuleFolders;
import dev.rota.flow.yaml.RouteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with one fault each, whose first line says what is to be said about it: {@code # LINE: sentence}. */
class BadRoutesTest {

    private static final Path BAD = Path.of("src/test/resources/triage-bad");

    private final Path routes;
    private final Path folder;

    BadRoutesTest(@TempDir Path routes) throws IOException {
        this.routes = routes;
        this.folder = Files.createDirectory(routes.resolve("triage"));
    }

    static Stream<String> faults() throws IOException {
        try (var files = Files.list(BAD)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".camel.yaml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void is_refused_with_its_line_and_sentence(String fault) throws IOException {
        var text = Files.readString(BAD.resolve(fault + ".camel.yaml"));
        var file = Files.writeString(folder.resolve(fault + ".camel.yaml"), text);
        addWhatIsMissing(text);

        var first = text.lines().findFirst().orElseThrow();
        assertThat(problems())
                .filteredOn(problem -> problem.startsWith(file.toString()))
                .containsExactly(first.replaceFirst("# ", file + ":"));
    }

    @Test
    void the_same_folder_without_a_fault_is_compiled() throws IOException {
        addWhatIsMissing("");

        try (var compiled = new RouteSetCompiler().compile(RuleFolders.readRoutes(routes), Fibranorte.company())) {
            assertThat(compiled.decide(Ask.text("").inquiry()).queue()).isEqualTo("support");
        } catch (RouteSetRefused e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void all_problems_of_all_files_are_told_at_once() throws IOException {
        Files.copy(BAD.resolve("unknown-queue.camel.yaml"), folder.resolve("queue.camel.yaml"));
        Files.copy(BAD.resolve("unknown-request-type.camel.yaml"), folder.resolve("request-type.camel.yaml"));
        Files.writeString(folder.resolve("more.yaml"), "");

        assertThat(problems())
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith(folder + "/more.yaml:1: is not read"))
                .anyMatch(problem -> problem.contains("/queue.camel.yaml:12: no queue is called"))
                .anyMatch(problem -> problem.contains("/request-type.camel.yaml:12: no request type is called"));
    }

    @Test
    void both_entries_have_to_be_there() {
        assertThat(problems())
                .containsExactly(
                        folder + ":1: no route is called 'triage.request-type';"
                                + " expected one, from direct:triage.request-type",
                        folder + ":1: no route is called 'triage.queue'; expected one, from direct:triage.queue");
    }

    @Test
    void a_folder_that_is_not_there_is_a_problem() {
        assertThat(problems(routes.resolve("nowhere"))).first().asString().contains("nowhere/triage:1: cannot be read");
    }

    @Test
    void drafts_and_tests_beside_the_routes_are_not_read() throws IOException {
        addWhatIsMissing("");
        Files.writeString(Files.createDirectories(folder.resolve("tests")).resolve("night.test.yaml"), "not: a route");
        Files.writeString(folder.resolve(".queue.camel.yaml"), "a draft");

        assertThat(new RouteFolder(RuleFolders.readRoutes(routes)).read(new ArrayList<>()))
                .extracting(RouteFile::name)
                .containsExactly("triage/queue.camel.yaml", "triage/request-type.camel.yaml");
    }

    private void addWhatIsMissing(String text) throws IOException {
        for (var entry : List.of("request-type", "queue")) {
            if (!text.contains("id: triage." + entry)) {
                Files.writeString(
                        folder.resolve(entry + ".camel.yaml"),
                        """
                        - route:
                            id: triage.%1$s
                            description: Knows one answer.
                            from:
                              uri: direct:triage.%1$s
                              steps:
                                - to: {uri: "%1$s:support"}
                        """
                                .formatted(entry));
            }
        }
    }

    private List<String> problems() {
        return problems(routes);
    }

    private static List<String> problems(Path routes) {
        var refused = catchThrowableOfType(RouteSetRefused.class, () -> new RouteSetCompiler()
                .compile(RuleFolders.readRoutes(routes), Fibranorte.company()));
        return refused.problems().stream().map(Problem::toString).toList();
    }
}
