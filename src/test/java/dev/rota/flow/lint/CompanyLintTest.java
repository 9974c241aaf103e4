package dev.rota.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/**
 * A whole company with one fault: each folder of config-bad, routes-bad and each file of triage-bad is laid over the good
 * company of config-good and routes-good, and exactly the sentence that it expects is said, with nothing beside it.
 */
class CompanyLintTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Path company;

    CompanyLintTest(@TempDir Path company) throws IOException {
        this.company = company;
        FileSystemUtils.copyRecursively(RESOURCES.resolve("config-good"), company.resolve("config"));
        FileSystemUtils.copyRecursively(RESOURCES.resolve("routes-good"), company.resolve("routes"));
    }

    static Stream<String> faultsOfConfig() throws IOException {
        return names("config-bad");
    }

    static Stream<String> faultsOfRoutes() throws IOException {
        return names("routes-bad");
    }

    @ParameterizedTest
    @MethodSource("faultsOfConfig")
    void a_fault_of_config_is_reported_with_file_line_and_sentence(String fault) throws IOException {
        lay("config-bad", fault, "config");
    }

    @ParameterizedTest
    @MethodSource("faultsOfRoutes")
    void a_fault_of_routes_is_reported_with_file_line_and_sentence(String fault) throws IOException {
        lay("routes-bad", fault, "routes");
    }

    private void lay(String faults, String fault, String part) throws IOException {
        FileSystemUtils.copyRecursively(RESOURCES.resolve(faults).resolve(fault), company.resolve(part));
        var expected = Files.readAllLines(company.resolve(part).resolve("expected.txt")).stream()
                .map(sentence -> part + "/" + sentence)
                .toList();
        assertThat(problems(company)).containsExactlyElementsOf(expected);
    }

    @Test
    void the_same_company_without_a_fault_has_none() {
        assertThat(problems(company)).isEmpty();
    }

    @Test
    void the_example_company_has_none() {
        assertThat(problems(Path.of(""))).isEmpty();
    }

    private static Stream<String> names(String faults) throws IOException {
        try (var folders = Files.list(RESOURCES.resolve(faults))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static List<String> problems(Path company) {
        var found = CompanyLint.of(company.resolve("config"), company.resolve("routes"), Map.of(), NOW);
        return found.problems().stream()
                .map(problem -> problem.toString().replace(company + "/", ""))
                .toList();
    }
}
