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
 * A whole company with one fault: each folder of company-bad, and each of config-bad for its part, is laid over the good
 * company of config-good and routes-good, and the sentence that it expects is said, with nothing beside it.
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

    static Stream<String> faults() throws IOException {
        return names("company-bad");
    }

    static Stream<String> faultsOfConfig() throws IOException {
        return names("config-bad");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_reported_with_file_line_and_sentence(String fault) throws IOException {
        FileSystemUtils.copyRecursively(RESOURCES.resolve("company-bad").resolve(fault), company);
        var expected = Files.readAllLines(company.resolve("expected.txt"));

        assertThat(expected).hasSize(1);
        assertThat(problems(company)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("faultsOfConfig")
    void a_fault_of_config_is_no_fault_of_anything_else(String fault) throws IOException {
        var config = company.resolve("config");
        FileSystemUtils.copyRecursively(RESOURCES.resolve("config-bad").resolve(fault), config);
        var expected = Files.readAllLines(config.resolve("expected.txt")).stream()
                .map("config/"::concat)
                .toList();

        assertThat(problems(company)).isEqualTo(expected);
    }

    @Test
    void there_are_at_least_forty_faults() throws IOException {
        assertThat(faults()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void a_fault_that_nobody_expects_is_noticed() throws IOException {
        Files.delete(company.resolve("routes/sql/customer.sql"));

        assertThat(problems(company))
                .containsExactly("routes/20-decide.camel.yaml:26: there is no customer.sql that can be read");
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
