package dev.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rota.config.ConfigReader;
import dev.rota.desk.ShiftEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/how-to/run-a-switchover.md} shows can be copied as it stands. */
class SwitchoverHowToTest {

    private static final Path PAGE = Path.of("docs/how-to/run-a-switchover.md");
    private static final Path QUEUES = Path.of("config/queues.yaml");

    @Test
    void its_defaults_are_read_as_it_says(@TempDir Path config) throws IOException {
        for (var name : List.of("teams.yaml", "numbers.yaml", "shifts.yaml", "feriados-sp.ics", "downstreams.yaml")) {
            Files.copy(Path.of("config", name), config.resolve(name));
        }
        var example = Files.readString(QUEUES);
        var before = example.substring(0, example.indexOf("\ndefaults:") + 1);
        var after = example.substring(example.indexOf("\nqueues:"));
        Files.writeString(
                config.resolve("queues.yaml"),
                before + Snippets.of(PAGE, "yaml").get(0) + after);

        var company = ConfigReader.read(config, name -> "http://127.0.0.1:1").required();

        assertThat(company.queue("support").atShiftEnd()).isEqualTo(new ShiftEnd.KeepFor(Duration.ofMinutes(15)));
    }

    @Test
    void its_commands_are_ones_that_rota_has() throws IOException {
        var commands = Snippets.of(PAGE, "sh").stream().flatMap(String::lines).toList();

        assertThat(commands).hasSize(7);
        for (var command : commands) {
            var words = command.replaceFirst("^\\./rota ", "")
                    .replaceAll("\"[^\"]*\"", "reason")
                    .split(" ", -1);
            assertThatCode(() -> Rota.commands().parseArgs(words)).as(command).doesNotThrowAnyException();
        }
    }
}
