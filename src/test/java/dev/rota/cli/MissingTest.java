package dev.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingTest {

    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    /** The example company, whose one secret ends. */
    private List<String> missing(Instant at) throws IOException {
        try (var files = Files.list(Path.of("config"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file)
                        .replace("APP_SECRETS}}\"}", "APP_SECRETS}}\", notAfter: 2026-12-01T00:00:00Z}");
                Files.writeString(folder.resolve(file.getFileName()), text);
            }
        }
        var variables = new HashMap<>(Map.of("ROTA_CONFIG_DIR", folder.toString(), Settings.ADMIN_PASSWORD, "secret"));
        for (var name : List.of(
                Settings.APP_SECRETS,
                Settings.ACCESS_TOKEN,
                Settings.VERIFY_TOKEN,
                Settings.HELPDESK_URL,
                Settings.HELPDESK_SECRET)) {
            variables.put(name, "one, two");
        }
        return Missing.from(new Settings(variables), at);
    }

    @Test
    void an_app_whose_last_secret_has_ended_does_not_start() throws IOException {
        assertThat(missing(END.minusSeconds(1))).isEmpty();
        assertThat(missing(END))
                .singleElement()
                .asString()
                .startsWith("app 'fibranorte' of config/numbers.yaml has no app secret in force");
    }
}
