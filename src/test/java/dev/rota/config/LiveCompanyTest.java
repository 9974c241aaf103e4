package dev.rota.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rota.desk.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in files are read again when the files change. */
class LiveCompanyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

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
    }

    private LiveCompany company() {
        return LiveCompany.of(folder, name -> "test");
    }

    private static List<String> secrets(LiveCompany company) {
        return Objects.requireNonNull(company.get().apps().get("fibranorte")).secrets().stream()
                .map(App.Secret::value)
                .toList();
    }

    @Test
    void a_new_secret_is_in_force_within_seconds_and_nothing_else_changes() throws IOException {
        try (var company = company()) {
            var before = company.get();
            assertThat(secrets(company)).containsExactly("first");

            Files.writeString(folder.resolve("app-secret"), "first, second");

            await().atMost(Duration.ofSeconds(8)).until(() -> secrets(company).equals(List.of("first", "second")));
            assertThat(company.get().timetable()).isSameAs(before.timetable());
            assertThat(company.get().numbers()).isEqualTo(before.numbers());
        }
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
    void an_engine_does_not_start_without_the_file() throws IOException {
        Files.delete(folder.resolve("app-secret"));

        assertThatThrownBy(this::company)
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("the file app-secret is empty or cannot be read");
    }
}
