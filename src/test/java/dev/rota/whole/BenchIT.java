package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One short run of the bench, as a user runs it: whether its figures can be true, not whether they are good. */
class BenchIT {

    @Test
    void a_short_run_answers_all_and_brings_a_ticket_for_each_message() throws Exception {
        var figures = bench("--seconds", "1", "--connections", "4", "--rate", "25", "--json");

        var acknowledged = figures.at("/acknowledged/0");
        for (var part : new String[] {"door", "ceiling"}) {
            var speed = acknowledged.path(part);
            assertThat(speed.path("perSecond").asDouble()).as(part).isPositive();
            assertThat(speed.path("errors").asInt()).as(part).isZero();
            assertThat(speed.at("/latency/p50").asDouble())
                    .isPositive()
                    .isLessThanOrEqualTo(speed.at("/latency/p99").asDouble());
        }
        var tickets = figures.path("tickets");
        assertThat(tickets.path("sent").asInt()).isEqualTo(25);
        assertThat(tickets.path("tickets").asInt()).isEqualTo(25);
        assertThat(tickets.path("again").asInt()).isZero();
        assertThat(tickets.at("/arrived/p50").asDouble())
                .isGreaterThan(tickets.at("/acknowledged/p50").asDouble());
        assertThat(tickets.at("/behind/all").asBoolean()).isTrue();
        assertThat(figures.path("decisionsPerSecond").asDouble()).isPositive();
    }

    private static JsonNode bench(String... words) throws Exception {
        var out = new File("target/whole-bench.json");
        var err = new File("target/whole-bench.log");
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                EngineProcess.withoutTests(),
                "dev.rota.Rota",
                "bench");
        command.command().addAll(List.of(words));
        command.environment().put("ROTA_CONFIG_DIR", "config"); // as the launcher sets it; the bench has its own
        var process = command.redirectOutput(Redirect.to(out))
                .redirectError(Redirect.to(err))
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("the bench ended").isTrue();
        assertThat(process.exitValue()).as(Files.readString(err.toPath())).isZero();
        return new ObjectMapper().readTree(out);
    }
}
