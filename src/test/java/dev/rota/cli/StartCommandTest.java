package dev.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartCommandTest {

    private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");
    private static final Map<String, String> COMPLETE = Map.of(
            "ROTA_CONFIG_DIR",
            "config",
            Settings.APP_SECRETS,
            "secret",
            Settings.VERIFY_TOKEN,
            "word",
            Settings.ACCESS_TOKEN,
            "token",
            Settings.HELPDESK_URL,
            "https://helpdesk.example/tickets",
            Settings.HELPDESK_SECRET,
            "secret",
            Settings.ADMIN_PASSWORD,
            "a long password");

    @Test
    void it_refuses_with_everything_that_is_missing_at_once() {
        var ran = Ran.command(new StartCommand(new Settings(Map.of("ROTA_CONFIG_DIR", "config"))));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .contains("ROTA_WHATSAPP_APP_SECRETS is not set")
                .contains("ROTA_WHATSAPP_VERIFY_TOKEN is not set")
                .contains("ROTA_WHATSAPP_ACCESS_TOKEN is not set")
                .contains("ROTA_HELPDESK_SECRET is not set")
                .contains("nobody could administrate: set ROTA_ADMIN_PASSWORD");
        assertThat(ran.err().lines()).allMatch(line -> line.startsWith("rota: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Settings.APP_SECRETS,
                Settings.VERIFY_TOKEN,
                Settings.ACCESS_TOKEN,
                Settings.HELPDESK_URL,
                Settings.HELPDESK_SECRET,
                Settings.ADMIN_PASSWORD
            })
    void each_one_is_named_by_its_variable(String variable) {
        assertThat(missing(variable, " ")).singleElement().asString().contains(variable);
    }

    @Test
    void nothing_is_missing_when_all_are_set() {
        assertThat(Missing.from(new Settings(COMPLETE), NOW)).isEmpty();
    }

    @Test
    void an_administrators_token_does_instead_of_a_password() {
        var settings = new HashMap<>(COMPLETE);
        settings.remove(Settings.ADMIN_PASSWORD);
        settings.put(Settings.API_TOKENS, "grafana:auditor:x, ci:admin:y");
        assertThat(Missing.from(new Settings(settings), NOW)).isEmpty();

        settings.put(Settings.API_TOKENS, "admin:auditor:x");
        assertThat(Missing.from(new Settings(settings), NOW)).hasSize(1);
    }

    @Test
    void what_is_wrong_in_files_is_for_the_engine_to_say_which_may_know_better_ones() {
        assertThat(missing("ROTA_CONFIG_DIR", "target/no-such-folder")).isEmpty();
    }

    private static List<String> missing(String variable, String value) {
        var settings = new HashMap<>(COMPLETE);
        settings.put(variable, value);
        return Missing.from(new Settings(settings), NOW);
    }
}
