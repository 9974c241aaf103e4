package dev.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code README.md} shows can be typed, and what it links to is there. */
class ReadmeTest {

    private static final Path PAGE = Path.of("README.md");
    private static final Pattern COMMAND = Pattern.compile("^ *\\./rota ([^#\\n]*)", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");

    @Test
    void its_commands_are_ones_that_rota_has() throws IOException {
        var commands = COMMAND.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1).strip())
                .toList();

        assertThat(commands).hasSizeGreaterThan(3).contains("demo", "start");
        for (var command : commands) {
            assertThatCode(() -> Rota.commands().parseArgs(words(command).toArray(String[]::new)))
                    .as(command)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void its_links_lead_somewhere() throws IOException {
        var links = LINK.matcher(Files.readString(PAGE))
                .results()
                .map(found -> Path.of(found.group(1)))
                .toList();

        assertThat(links).hasSizeGreaterThan(8).allSatisfy(link -> assertThat(link)
                .exists());
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }
}
