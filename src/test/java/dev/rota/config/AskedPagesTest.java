package dev.rota.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages about those who are asked show can be copied as it stands. */
class AskedPagesTest {

    private static final Pattern FIRST = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"crm", "model"})
    void their_settings_are_read_as_the_pages_say(String whom, @TempDir Path folder) throws IOException {
        try (var files = Files.list(Path.of("config"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        var page = FIRST.matcher(Files.readString(Path.of("docs/how-to/ask-a-" + whom + ".md")));
        assertThat(page.find()).isTrue();
        Files.writeString(folder.resolve("lookups.yaml"), page.group(1));

        var lookups = ConfigReader.read(folder, name -> "set").required().lookups();

        assertThat(whom.equals("crm") ? lookups.crm() : lookups.model())
                .isNotNull()
                .satisfies(lookup -> assertThat(lookup.with()).containsKeys("url", "token"));
    }
}
