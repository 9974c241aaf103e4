package dev.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@code docs/how-to/edit-the-routes.md} shows is what happens. */
class EditTheRoutesTest {

    private static final Path PAGE = Path.of("docs/how-to/edit-the-routes.md");
    private static final Path FAULTS = Path.of("src/test/resources/company-bad");

    @Test
    void its_commands_are_ones_that_rota_has() throws IOException {
        for (var command : Snippets.of(PAGE, "sh").get(0).lines().toList()) {
            var words = command.replaceFirst("^\\./rota ", "").split(" ");
            assertThatCode(() -> Rota.commands().parseArgs(words)).as(command).doesNotThrowAnyException();
        }
    }

    @Test
    void its_sentences_are_ones_that_check_says() throws IOException {
        try (var faults = Files.list(FAULTS)) {
            var said = faults.map(fault -> fault.resolve("expected.txt"))
                    .map(EditTheRoutesTest::text)
                    .toList();

            assertThat(said)
                    .containsAll(Snippets.of(PAGE, "text").get(0).lines().toList());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
