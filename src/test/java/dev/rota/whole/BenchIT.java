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
        var figures = bench(
                "--warm-up",
                "1",
                "--seconds",
                "1",
                "--connections",
                "4",
                "--rates",
                "40",
                "--tickets",
                "25",
                "--deliveries",
                "100",
                "--streams",
                "20",
                "--open",
                "50",
                "--waiting",
                "50",
                "--freed",
                "5",
                "--sustained",
                "80",
                "--sustained-seconds",
                "2",
                "--stored",
                "1000",
                "--said",
                "2000",
                "--json");

        assertThat(figures.at("/phases/1/stored").asInt()).isEqualTo(1000);
        for (var phase : figures.path("phases")) {
            assertPhase(phase);
        }
        var sustained = figures.path("sustained");
        assertThat(sustained.at("/load/sent").asInt()).isEqualTo(160);
        assertThat(sustained.at("/load/errors").asInt()).isZero();
        assertThat(sustained.path("imbalance").asInt()).isZero();
        assertDelivered(figures.path("delivered"), figures.path("isolated"));
        assertWatched(figures.path("watched"));
        assertDesk(figures.path("switched"), figures.path("freed"));
        assertSearched(figures.path("searched"));
        assertThat(figures.path("decisionsPerSecond").asDouble()).isPositive();
    }

    private static void assertPhase(JsonNode phase) {
        var acknowledged = phase.at("/acknowledged/0");
        for (var part : new String[] {"door", "ceiling"}) {
            var speed = acknowledged.path(part);
            assertThat(speed.path("perSecond").asDouble()).as(part).isPositive();
            assertThat(speed.path("errors").asInt()).as(part).isZero();
            assertThat(speed.at("/latency/p50").asDouble())
                    .isPositive()
                    .isLessThanOrEqualTo(speed.at("/latency/p99").asDouble());
        }
        assertThat(phase.at("/steady/0/sent").asInt()).isEqualTo(40);
        assertThat(phase.at("/steady/0/errors").asInt()).isZero();
        assertThat(phase.at("/steady/0/ceiling/latency/p50").asDouble()).isPositive();
        assertThat(phase.at("/steady/0/late/p50").asDouble())
                .isPositive()
                .isLessThan(phase.at("/steady/0/acknowledged/p50").asDouble());
        var tickets = phase.path("tickets");
        assertThat(tickets.path("sent").asInt()).isEqualTo(25);
        assertThat(tickets.path("tickets").asInt()).isEqualTo(25);
        assertThat(tickets.path("again").asInt()).isZero();
        assertThat(tickets.at("/arrived/p50").asDouble())
                .isGreaterThan(tickets.at("/acknowledged/p50").asDouble());
        assertThat(tickets.at("/behind/all").asBoolean()).isTrue();
    }

    private static void assertDelivered(JsonNode delivered, JsonNode isolated) {
        assertThat(delivered).hasSize(2).allSatisfy(each -> {
            assertThat(each.path("tickets").asInt()).isEqualTo(100);
            assertThat(each.path("missing").asInt()).isZero();
            assertThat(each.path("again").asInt()).isZero();
            assertThat(each.path("perSecond").asDouble())
                    .isGreaterThanOrEqualTo(each.path("slowest").asDouble());
        });
        assertThat(isolated.path("hanging").asInt()).isEqualTo(32);
        for (var part : new String[] {"calm", "hangs"}) {
            assertThat(isolated.path(part).path("errors").asInt()).as(part).isZero();
            assertThat(isolated.path(part).path("perSecond").asDouble())
                    .as(part)
                    .isPositive();
        }
    }

    private static void assertWatched(JsonNode watched) {
        assertThat(watched.path("streams").asInt()).isEqualTo(20);
        assertThat(watched.path("open").asInt()).isEqualTo(50);
        assertThat(watched.path("seen").asInt()).isPositive();
        assertThat(watched.at("/visible/p50").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(watched.at("/visible/p95").asDouble());
        assertThat(watched.path("before").asLong()).isPositive();
        assertThat(watched.path("after").asLong()).isPositive();
    }

    private static void assertDesk(JsonNode switched, JsonNode freed) {
        assertThat(switched.path("conversations").asInt()).isEqualTo(500);
        assertThat(switched.path("errors").asInt()).isZero();
        for (var part : new String[] {"rehearsed", "made", "undone"}) {
            assertThat(switched.path(part).path("p50").asDouble()).as(part).isPositive();
        }
        assertThat(freed.path("waiting").asInt()).isEqualTo(50);
        assertThat(freed.path("places").asInt()).isEqualTo(5);
        assertThat(freed.path("errors").asInt()).isZero();
        assertThat(freed.at("/assigned/p50").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(freed.at("/assigned/p99").asDouble());
    }

    private static void assertSearched(JsonNode searched) {
        assertThat(searched.path("messages").asInt()).isEqualTo(2000);
        for (var part : new String[] {"rare", "common", "commonTwo", "mixed", "history"}) {
            assertThat(searched.path(part).path("p50").asDouble())
                    .as(part)
                    .isPositive()
                    .isLessThanOrEqualTo(searched.path(part).path("p99").asDouble());
        }
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
