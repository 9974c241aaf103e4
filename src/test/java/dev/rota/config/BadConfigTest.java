package dev.rota.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of config-bad holds the files that differ from config-good, and the sentences expected. */
class BadConfigTest {

    private static final Path GOOD = Path.of("src/test/resources/config-good");
    private static final Path BAD = Path.of("src/test/resources/config-bad");

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_reported_with_file_line_and_sentence(String fault, @TempDir Path folder) throws IOException {
        lay(GOOD, folder);
        lay(BAD.resolve(fault), folder);
        var reading = ConfigReader.read(folder, name -> "set");
        assertThat(sentences(reading.problems(), folder))
                .containsExactlyElementsOf(Files.readAllLines(folder.resolve("expected.txt")));
        assertThat(reading.company()).isNull();
    }

    @Test
    void an_empty_folder_lacks_every_file(@TempDir Path folder) {
        assertThat(sentences(ConfigReader.read(folder, name -> "set").problems(), folder))
                .containsExactly(
                        "downstreams.yaml:1: the file is missing or cannot be read as UTF-8 text",
                        "numbers.yaml:1: the file is missing or cannot be read as UTF-8 text",
                        "queues.yaml:1: the file is missing or cannot be read as UTF-8 text",
                        "shifts.yaml:1: the file is missing or cannot be read as UTF-8 text",
                        "teams.yaml:1: the file is missing or cannot be read as UTF-8 text");
    }

    static Stream<String> faults() throws IOException {
        try (var folders = Files.list(BAD)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static void lay(Path from, Path folder) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<String> sentences(List<Problem> problems, Path folder) {
        return problems.stream()
                .map(problem -> problem.toString().substring(folder.toString().length() + 1))
                .toList();
    }
}
