package dev.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rota.config.ConfigReader;
import dev.rota.desk.Number;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/how-to/run-beside-what-you-have.md} shows can be copied as it stands. */
class HowToTest {

    private static final Path PAGE = Path.of("docs/how-to/run-beside-what-you-have.md");
    private static final Path NUMBERS = Path.of("config/numbers.yaml");

    @Test
    void its_numbers_are_read_as_it_says(@TempDir Path config) throws IOException {
        for (var name : List.of("teams.yaml", "queues.yaml", "shifts.yaml", "feriados-sp.ics", "downstreams.yaml")) {
            Files.copy(Path.of("config", name), config.resolve(name));
        }
        var example = Files.readString(NUMBERS);
        var apps = example.substring(0, example.indexOf("\nnumbers:") + 1);
        Files.writeString(
                config.resolve("numbers.yaml"), apps + Snippets.of(PAGE, "yaml").get(0));

        var company = ConfigReader.read(config, name -> "http://127.0.0.1:1").required();

        assertThat(company.numbers()).containsOnlyKeys("vendas", "suporte");
        assertThat(company.numbers().values())
                .allMatch(Number::isShadow)
                .extracting(Number::forward)
                .containsOnly("forward.vendas");
        assertThat(company.downstreams().get("forward.vendas"))
                .extracting(forward -> forward.with().get("url"))
                .isEqualTo("https://desk.example/webhook");
    }

    @Test
    void its_commands_are_ones_that_rota_has() throws IOException {
        var commands = Snippets.of(PAGE, "sh").get(0).lines().toList();

        assertThat(commands).hasSize(2);
        for (var command : commands) {
            var words = command.replaceFirst("^\\./rota ", "").split(" ");
            assertThatCode(() -> Rota.commands().parseArgs(words)).as(command).doesNotThrowAnyException();
        }
    }

    @Test
    void the_example_company_shows_both_keys_and_answers_for_its_numbers_itself() throws IOException {
        assertThat(Files.readString(NUMBERS)).contains("# forward: https://", "# mode: shadow");
        assertThat(ConfigReader.read(Path.of("config"), name -> "http://127.0.0.1:1")
                        .required()
                        .numbers()
                        .values())
                .noneMatch(number -> number.isShadow() || number.forward() != null);
    }
}
