package dev.rota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.config.ConfigReader;
import dev.rota.desk.Company;
import dev.rota.desk.Queue;
import dev.rota.desk.Silence;
import dev.rota.desk.SkillStep;
import dev.rota.desk.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/how-to/choose-a-strategy.md} shows can be copied as it stands. */
class StrategyHowToTest {

    private static final Path PAGE = Path.of("docs/how-to/choose-a-strategy.md");

    /** What the other files of the example company refer to. */
    private static final List<String> NEEDED = List.of("sales", "support", "billing", "on-call");

    @Test
    void each_part_fits_into_the_example_company_and_says_what_the_page_says(@TempDir Path config) throws IOException {
        var parts = Snippets.of(PAGE, "yaml");
        assertThat(parts).hasSize(4);

        assertThat(of(config, parts.get(0), "sales").handout())
                .satisfies(sales -> assertThat(sales.strategy()).isEqualTo(Strategy.ROUND_ROBIN))
                .satisfies(sales -> assertThat(sales.preferLast()).isEqualTo(Duration.ofMinutes(2)));
        assertThat(of(config, parts.get(0), "on-call").handout().capacity()).isEqualTo(3);
        assertThat(of(config, parts.get(0), "vip").handout().strategy()).isEqualTo(Strategy.MANUAL);
        assertThat(of(config, parts.get(1), "support").handout().skills())
                .containsExactly(
                        new SkillStep(Duration.ZERO, 2),
                        new SkillStep(Duration.ofMinutes(3), 1),
                        new SkillStep(Duration.ofMinutes(6), 0));
        assertThat(of(config, parts.get(2), "support").handout().aging()).isEqualTo(Duration.ofMinutes(10));
        assertThat(of(config, parts.get(2), "on-call").handout().aging()).isEqualTo(Duration.ofMinutes(2));
        assertThat(of(config, parts.get(3), "billing").handout().silence())
                .isEqualTo(new Silence(Duration.ofHours(2), 50));
    }

    @Test
    void its_table_has_every_strategy() throws IOException {
        var page = Files.readString(PAGE);

        assertThat(Strategy.values()).allSatisfy(strategy -> assertThat(page)
                .contains("| `" + strategy.name().toLowerCase(Locale.ROOT).replace('_', '-') + "` |"));
    }

    private static Queue of(Path config, String part, String queue) throws IOException {
        return Objects.requireNonNull(company(config, part).queues().get(queue));
    }

    private static Company company(Path config, String part) throws IOException {
        try (var files = Files.list(Path.of("config"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.write(config.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        var queues = new StringBuilder("requestTypes: [sales, support, billing, outage, cancel]\nfallback: support\n");
        queues.append(part.endsWith("\n") ? part : part + "\n");
        NEEDED.stream()
                .filter(name -> !part.contains("  " + name + ":"))
                .forEach(name -> queues.append("  " + name + ": {name: N, teams: [support]}\n"));
        Files.writeString(config.resolve("queues.yaml"), queues);
        return ConfigReader.read(config, name -> "http://127.0.0.1:1").required();
    }
}
