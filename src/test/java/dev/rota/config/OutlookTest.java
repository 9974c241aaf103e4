package dev.rota.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlookTest {

    private static final Path GOOD = Path.of("src/test/resources/config-good");
    private static final Instant NOW = Instant.parse("2026-11-25T15:00:00Z");

    @Test
    void the_example_company_has_nothing_to_be_said_about_it() {
        assertThat(ConfigReader.read(Path.of("config"), name -> "set").outlook().from(NOW))
                .isEmpty();
    }

    @Test
    void gaps_stand_at_the_line_of_what_lacks_people_or_has_too_much(@TempDir Path folder) throws IOException {
        var lines = Files.readAllLines(GOOD.resolve("queues.yaml"));
        var sales = "queues.yaml:" + (lines.indexOf("  sales:") + 1);
        assertThat(sentences(folder, ""))
                .containsExactly(
                        sales + ": queue 'sales' is open with nobody on shift every day 22:00-06:00, 181 times from"
                                + " 2026-11-25 on (America/Sao_Paulo)",
                        sales + ": queue 'sales' is open with nobody on shift on 2026-12-26 00:00-06:00"
                                + " (America/Sao_Paulo)",
                        "shifts.yaml:6: shift 'night' of calendar 'always' has nobody on its roster every day"
                                + " 22:00-06:00, 182 times from 2026-11-25 on (America/Sao_Paulo)",
                        "teams.yaml:5: agent 'ana' is on shift for 16 hours without a pause every day 06:00-22:00,"
                                + " 365 times from 2026-11-25 on (America/Sao_Paulo)");
    }

    @Test
    void an_override_is_over_when_its_end_has_come(@TempDir Path folder) throws IOException {
        assertThat(
                        sentences(
                                folder,
                                """
                        overrides:
                          - {from: 2026-11-25T08:00, to: 2026-11-25T12:00, queue: sales, open: false, reason: over}
                          - {from: 2026-11-25T08:00, to: 2026-11-25T12:01, queue: support, open: false, reason: on}
                        """))
                .contains("shifts.yaml:16: overrides: is over since 2026-11-25T12:00; it can go")
                .noneMatch(sentence -> sentence.startsWith("shifts.yaml:17"));
    }

    @Test
    void files_with_problems_have_no_outlook(@TempDir Path folder) throws IOException {
        assertThat(sentences(folder, "nonsense: 1\n")).isEmpty();
    }

    private static List<String> sentences(Path folder, String more) throws IOException {
        try (var files = Files.list(GOOD)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        var shifts = folder.resolve("shifts.yaml");
        var plan = Files.readString(shifts);
        Files.writeString(shifts, plan.substring(0, plan.indexOf("leave:")) + more);
        return ConfigReader.read(folder, name -> "set").outlook().from(NOW).stream()
                .map(problem -> problem.toString().substring(folder.toString().length() + 1))
                .toList();
    }
}
