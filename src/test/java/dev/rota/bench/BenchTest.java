package dev.rota.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** One short run against a real engine: whether its figures can be true, not whether they are good. */
class BenchTest {

    private static final Duration TIME = Duration.ofMillis(400);
    private static final int CONNECTIONS = 4;
    private static final int RATE = 25;

    private static final List<String> PROGRESS = new ArrayList<>();
    private static Figures figures;

    @BeforeAll
    static void run() throws Exception {
        var plan = new Plan(TIME, List.of(CONNECTIONS), RATE, Path.of("routes"));
        figures = new Bench(plan, Clock.systemUTC(), PROGRESS::add).run("rota bench", "warn");
    }

    @Test
    void the_door_and_its_ceiling_answered_all() {
        assertThat(figures.acknowledged()).singleElement().satisfies(measured -> {
            assertThat(measured.connections()).isEqualTo(CONNECTIONS);
            for (var speed : List.of(measured.door(), measured.ceiling())) {
                assertThat(speed.perSecond()).isPositive();
                assertThat(speed.errors()).isZero();
                assertThat(speed.latency().p50())
                        .isPositive()
                        .isLessThanOrEqualTo(speed.latency().p99());
            }
            assertThat(measured.ratio())
                    .isEqualTo(measured.door().perSecond() / measured.ceiling().perSecond());
            assertThat(measured.behind().parked()).isZero();
        });
    }

    @Test
    void every_message_became_one_ticket() {
        var tickets = figures.tickets();
        assertThat(tickets.sent()).isEqualTo(10);
        assertThat(tickets.errors()).isZero();
        assertThat(tickets.tickets()).isEqualTo(tickets.sent());
        assertThat(tickets.again()).isZero();
        assertThat(tickets.acknowledged().p50()).isPositive();
        assertThat(tickets.arrived().p50()).isGreaterThan(tickets.acknowledged().p50());
        assertThat(tickets.behind().all()).isTrue();
        assertThat(tickets.behind().parked()).isZero();
    }

    @Test
    void decisions_were_made() {
        assertThat(figures.decisionsPerSecond()).isPositive();
    }

    @Test
    void the_table_and_the_json_tell_the_same() throws Exception {
        var json = new ObjectMapper().readTree(new ObjectMapper().writeValueAsBytes(figures));

        assertThat(json.at("/tickets/arrived/p99").asDouble())
                .isEqualTo(figures.tickets().arrived().p99());
        assertThat(Table.of(figures))
                .contains("door, 4 connections", "10 of 10 have a ticket", "compare ratios")
                .doesNotContain("parked");
    }

    @Test
    void it_says_what_it_does_meanwhile() {
        assertThat(PROGRESS).hasSize(4).anyMatch(sentence -> sentence.contains("4 connections"));
    }

    @ParameterizedTest
    @CsvSource({"--rate=0,--rate", "--connections=64;0,--connections", "--seconds=-1,--seconds"})
    void what_cannot_be_measured_is_refused(String word, String named) {
        var err = new StringWriter();
        var command = new CommandLine(new BenchCommand()).setErr(new PrintWriter(err));

        assertThat(command.execute(word.replace(';', ','))).isEqualTo(2);
        assertThat(err.toString()).startsWith(named + " must be 1 or more");
    }
}
