package dev.rota.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/** Each folder of routes-bad holds the file that differs from routes-good, and the one sentence expected. */
class RouteFaultsTest {

    private static final Path GOOD = Path.of("src/test/resources/routes-good");
    private static final Path BAD = Path.of("src/test/resources/routes-bad");

    private final Path folder;

    RouteFaultsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        FileSystemUtils.copyRecursively(GOOD, folder);
    }

    static Stream<String> faults() throws IOException {
        try (var folders = Files.list(BAD)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_reported_with_file_line_and_sentence(String fault) throws IOException {
        FileSystemUtils.copyRecursively(BAD.resolve(fault), folder);
        assertThat(problems(folder)).containsExactlyElementsOf(Files.readAllLines(folder.resolve("expected.txt")));
    }

    @Test
    void the_same_folder_without_a_fault_has_no_problem() throws IOException {
        assertThat(problems(folder)).isEmpty();
    }

    @Test
    void the_example_has_no_problem() throws IOException {
        assertThat(problems(Path.of("routes"))).isEmpty();
    }

    private static List<String> problems(Path folder) throws IOException {
        var lint = new RoutesLint(EngineProperties.of(Path.of("config"), folder, Map.of()));
        return lint.check(folder, List.of("helpdesk")).stream()
                .map(problem -> problem.toString().substring(folder.toString().length() + 1))
                .toList();
    }
}
