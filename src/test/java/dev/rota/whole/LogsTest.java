package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The negative control of the search for personal data. */
class LogsTest {

    @Test
    void a_name_that_stands_in_a_log_is_found_and_its_place_told(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one-1.log"), "ready\nmessage of Zebedeu 12\n");
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("data/pg.log"), "ready\n");

        assertThat(new Logs(folder).leaks(List.of("Zebedeu", "ninguém"))).containsExactly("one-1.log:2 holds Zebedeu");
        assertThat(new Logs(folder.resolve("data")).leaks(List.of("Zebedeu"))).isEmpty();
    }
}
