package dev.rota.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.desk.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in files are read again when the files change. */
class PlaceholdersTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    Placeholders placeholders;

    @BeforeEach
    void the_example_company_with_its_secret_in_a_file() throws IOException {
        try (var files = Files.list(Path.of("config"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        var numbers = folder.resolve("numbers.yaml");
        Files.writeString(
                numbers, Files.readString(numbers).replace("{{env:ROTA_WHATSAPP_APP_SECRETS}}", "{{file:app-secret}}"));
        Files.writeString(folder.resolve("app-secret"), "first\n");
        placeholders = Placeholders.of(folder, name -> "test");
    }

    private Reading reading() {
        return ConfigReader.read(RuleFolders.readConfig(folder), placeholders);
    }

    private List<String> secrets() {
        var app = Objects.requireNonNull(reading().required().apps().get("fibranorte"));
        return app.secrets().stream().map(App.Secret::value).toList();
    }

    @Test
    void a_new_secret_counts_when_it_is_the_same_at_two_looks() throws IOException {
        assertThat(secrets()).containsExactly("first");

        Files.writeString(folder.resolve("app-secret"), "first, second");

        assertThat(List.of(placeholders.changed(), placeholders.changed())).containsExactly(false, true);
        assertThat(secrets()).containsExactly("first", "second");
    }

    @Test
    void a_file_that_is_emptied_or_vanishes_takes_no_secret_with_it() throws IOException {
        var files = new SecretFiles();
        var file = folder.resolve("app-secret");
        assertThat(files.read(file)).isEqualTo("first\n");

        Files.writeString(file, "  ");
        assertNothingNew(files);
        Files.delete(file);
        assertNothingNew(files);
        assertThat(files.read(file)).isEqualTo("first\n");

        Files.writeString(file, "second");
        assertThat(files.look()).as("may be half written").isFalse();
        assertThat(files.look()).isTrue();
        assertThat(files.read(file)).isEqualTo("second");
    }

    /** New content counts when it is the same at two looks. */
    private static void assertNothingNew(SecretFiles files) {
        assertThat(List.of(files.look(), files.look())).containsOnly(false);
    }

    @Test
    void a_company_lacks_a_secret_whose_file_is_not_there() throws IOException {
        Files.delete(folder.resolve("app-secret"));

        assertThatThrownBy(() -> reading().required())
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("the file app-secret is empty or cannot be read");
    }
}
