package dev.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What {@code docs/how-to/test-your-rules.md} shows can be copied as it stands. */
class TestYourRulesTest {

    private static final Path PAGE = Path.of("docs/how-to/test-your-rules.md");

    private final Path company;
    private final Path tests;

    TestYourRulesTest(@TempDir Path company) throws IOException {
        this.company = company;
        this.tests = company.resolve("routes/triage/tests");
        FileSystemUtils.copyRecursively(Path.of("config"), company.resolve("config"));
        FileSystemUtils.copyRecursively(Path.of("routes"), company.resolve("routes"));
    }

    @Test
    void its_tests_pass() throws IOException {
        FileSystemUtils.deleteRecursively(tests);
        Files.createDirectory(tests);
        var yaml = Snippets.of(PAGE, "yaml");
        Files.writeString(tests.resolve("page.test.yaml"), yaml.get(1) + yaml.get(0));

        assertThat(run()).contains("4 passed, 0 failed");
        assertThat(Files.readString(Path.of("routes/triage/tests/people.test.yaml")))
                .startsWith(yaml.get(1));
    }

    @Test
    void its_failure_is_what_comes_when_the_night_ends_early() throws IOException {
        var shifts = company.resolve("config/shifts.yaml");
        Files.writeString(
                shifts,
                Files.readString(shifts).replace("from: \"22:00\", to: \"06:00\"", "from: \"22:00\", to: \"05:00\""));

        assertThat(run())
                .contains(Snippets.of(PAGE, "text").get(0).replace("routes/triage", company + "/routes/triage"));
    }

    @Test
    void its_commands_are_ones_that_rota_has() throws IOException {
        for (var snippet : Snippets.of(PAGE, "sh")) {
            for (var command : snippet.lines().toList()) {
                var words = command.replaceFirst("^\\./rota ", "")
                        .replaceFirst(" +#.*", "")
                        .split(" ");
                assertThatCode(() -> Rota.commands().parseArgs(words))
                        .as(command)
                        .doesNotThrowAnyException();
            }
        }
    }

    private String run() {
        var out = new StringWriter();
        Rota.commands().setOut(new PrintWriter(out)).execute("test", company.toString());
        return out.toString();
    }
}
