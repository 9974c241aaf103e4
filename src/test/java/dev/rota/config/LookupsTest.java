package dev.rota.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Lookup;
import dev.rota.desk.Lookups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked besides the database. */
class LookupsTest {

    @Test
    void nobody_is_asked_while_nothing_stands_in_the_file() {
        assertThat(lookups(Path.of("config"))).isEqualTo(Lookups.NONE);
    }

    @Test
    void nobody_is_asked_without_the_file(@TempDir Path folder) throws IOException {
        copyExample(folder);

        assertThat(lookups(folder)).isEqualTo(Lookups.NONE);
    }

    @Test
    void what_the_example_shows_is_read_as_it_says(@TempDir Path folder) throws IOException {
        copyExample(folder);
        var shown = Files.readString(Path.of("config/lookups.yaml")).replaceAll("(?m)^# (?=crm|model| )", "");
        Files.writeString(folder.resolve("lookups.yaml"), shown);

        assertThat(lookups(folder))
                .isEqualTo(new Lookups(
                        new Lookup(
                                "crm-customer-action",
                                Map.of("url", "https://crm.example/api/contacts", "token", "ROTA_CRM_TOKEN's"),
                                Duration.ofMillis(500),
                                Duration.ofMinutes(5),
                                16),
                        new Lookup(
                                "chat-guess-action",
                                Map.of(
                                        "url",
                                        "https://models.example/v1",
                                        "model",
                                        "small-1",
                                        "token",
                                        "ROTA_MODEL_TOKEN's"),
                                Duration.ofMillis(1500),
                                Duration.ZERO,
                                16)));
    }

    private static Lookups lookups(Path folder) {
        return ConfigReader.read(folder, name -> name + "'s").required().lookups();
    }

    private static void copyExample(Path folder) throws IOException {
        try (var files = Files.list(Path.of("config"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.delete(folder.resolve("lookups.yaml"));
    }
}
