package dev.rota.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    private final Path file;
    private final ServerLog log;

    ServerLogTest(@TempDir Path folder) throws IOException {
        file = folder.resolve("pg.log");
        log = ServerLog.open(file);
    }

    @Test
    void a_log_that_grew_too_long_starts_again_under_the_hands_of_its_writer() throws IOException {
        try (var writer = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            writer.write(new byte[Math.toIntExact(ServerLog.BOUND) + 1]);
            log.bound();
            writer.write('x');
        }
        assertThat(file).hasSize(1);
        assertThat(file.resolveSibling("pg.log.1")).hasSize(ServerLog.BOUND + 1);
    }

    @Test
    void a_short_log_is_left_alone() throws IOException {
        Files.writeString(file, "LOG:  ready\n");
        log.bound();
        assertThat(file).hasContent("LOG:  ready");
    }

    @Test
    void the_reason_is_the_first_one_since_the_last_attempt() throws IOException {
        Files.writeString(file, "2026 [1] FATAL:  an old one\n");
        var before = log.length();
        Files.writeString(
                file,
                "2026 [2] LOG:  starting\n2026 [2] FATAL:  no space\n2026 [2] LOG:  down\n",
                StandardOpenOption.APPEND);
        assertThat(log.reasonSince(before)).isEqualTo("no space");
        assertThat(log.reasonSince(log.length())).contains("no reason");
    }
}
