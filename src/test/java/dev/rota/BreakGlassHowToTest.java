package dev.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.config.ConfigReader;
import dev.rota.flow.triage.AskedFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/how-to/break-glass.md} shows can be copied as it stands. */
class BreakGlassHowToTest {

    private static final Path PAGE = Path.of("docs/how-to/break-glass.md");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @Test
    void its_commands_are_ones_that_rota_has() throws IOException {
        var commands = commands();

        assertThat(commands).hasSize(6);
        for (var words : commands) {
            assertThatCode(() -> Rota.commands().parseArgs(words.toArray(String[]::new)))
                    .as(words.toString())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void its_facts_and_queues_are_those_of_the_example() throws IOException {
        var company = ConfigReader.read(Path.of("config"), name -> "http://127.0.0.1:1")
                .required();
        for (var words : commands()) {
            for (var i = 0; i < words.size() - 1; i++) {
                if (words.get(i).equals("--match")) {
                    var fact = words.get(i + 1);
                    var value = fact.substring(fact.lastIndexOf('=') + 1);
                    assertThat(new AskedFacts().fault(company, fact.substring(0, fact.lastIndexOf('=')), value))
                            .as(fact)
                            .isEmpty();
                }
                if (words.get(i).equals("--queue")) {
                    assertThat(company.queues()).containsKey(words.get(i + 1));
                }
            }
        }
    }

    @Test
    void its_body_has_the_members_that_the_command_sends() throws IOException {
        var body = new ObjectMapper().readTree(Snippets.of(PAGE, "json").get(0));

        assertThat(body.fieldNames()).toIterable().containsExactly("match", "queue", "until", "reason", "dryRun");
        assertThat(OffsetDateTime.parse(body.path("until").asText()).getHour()).isEqualTo(20);
    }

    private static List<List<String>> commands() throws IOException {
        var commands = new ArrayList<List<String>>();
        for (var snippet : Snippets.of(PAGE, "sh")) {
            snippet.lines()
                    .map(line -> WORD.matcher(line.replaceFirst("^\\./rota ", ""))
                            .results()
                            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                            .toList())
                    .forEach(commands::add);
        }
        return commands;
    }
}
