package dev.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rota.config.ConfigReader;
import dev.rota.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/how-to/plan-shifts.md} shows can be copied as it stands. */
class PlanShiftsTest {

    private static final Path PAGE = Path.of("docs/how-to/plan-shifts.md");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @MethodSource("sections")
    void each_part_of_the_plan_fits_into_the_example_company(String snippet) throws IOException {
        assertThat(problems(snippet)).isEmpty();
    }

    @Test
    void a_part_that_does_not_fit_would_be_seen() throws IOException {
        assertThat(problems(sections().findFirst().orElseThrow().replace("[duda, caio]", "[dudu, caio]")))
                .extracting(Problem::sentence)
                .containsExactly("roster.late: unknown agent 'dudu'; did you mean 'duda'?");
    }

    @Test
    void the_gaps_are_those_that_it_names() throws IOException {
        lay(sections()
                .filter(snippet -> snippet.startsWith("leave:"))
                .findFirst()
                .orElseThrow());
        assertThat(ConfigReader.read(folder, name -> "set").outlook().from(Instant.parse("2026-11-25T12:00:00Z")))
                .extracting(Problem::sentence)
                .containsExactlyElementsOf(
                        Snippets.of(PAGE, "text").get(0).lines().toList());
    }

    @Test
    void its_commands_are_ones_that_rota_has() throws IOException {
        var commands = Snippets.of(PAGE, "sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("./rota "))
                .toList();
        assertThat(commands).isNotEmpty();
        for (var command : commands) {
            var words = command.replaceFirst("^\\./rota ", "").split(" ");
            assertThatCode(() -> Rota.commands().parseArgs(words)).as(command).doesNotThrowAnyException();
        }
    }

    static Stream<String> sections() throws IOException {
        return Snippets.of(PAGE, "yaml").stream();
    }

    private List<Problem> problems(String snippet) throws IOException {
        lay(snippet);
        return ConfigReader.read(folder, name -> "set").problems();
    }

    /** The example company with the sections of the snippet in place of its own. */
    private void lay(String snippet) throws IOException {
        try (var files = Files.list(Path.of("config"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("roster.csv"), Snippets.of(PAGE, "csv").get(0));
        var shifts = folder.resolve("shifts.yaml");
        var keys = snippet.lines()
                .filter(line -> line.matches("\\w+:.*"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .collect(Collectors.joining("|"));
        var rest = Files.readString(shifts).replaceAll("(?m)^(" + keys + "):.*\n(?:[ #].*\n|\n)*", "");
        Files.writeString(shifts, rest + snippet);
    }
}
