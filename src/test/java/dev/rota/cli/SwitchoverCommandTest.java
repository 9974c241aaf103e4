package dev.rota.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SwitchoverCommandTest {

    private static final String ONE =
            """
            {"id": "7", "at": "2026-11-25T01:00:00Z", "calendar": "plantao", "from": "afternoon", "to": "night",
             "policy": null, "state": "done", "by": "omar", "reason": "storm", "undoableUntil": "2026-11-25T01:10:00Z",
             "plan": {"moves": [
                {"conversation": "3", "protocol": "20261124-000003", "kind": "handed_over", "fromQueue": "support",
                 "fromOwner": "ana", "queue": "support", "owner": "rui", "why": "Ana is off"},
                {"conversation": "4", "protocol": "20261124-000004", "kind": "returned", "fromQueue": "support",
                 "fromOwner": "ana", "queue": "on-call", "owner": null, "why": "Ana is off", "undone": "restored"}],
               "queues": [{"queue": "on-call", "waiting": 1, "people": 0, "places": 0, "opensAt": null, "nobody": "nobody is at work"}],
               "agents": [{"agent": "rui", "before": 8, "after": 9, "capacity": 8}]}}
            """;

    private final List<String> asked = new ArrayList<>();
    private final HttpServer engine = engine();

    @AfterEach
    void stop() {
        engine.stop(0);
    }

    @Test
    void a_plan_is_told_line_by_line() {
        assertThat(switchover("show", "7").out().lines())
                .containsExactly(
                        "Switchover 7: 24/11 22:00  plantao  afternoon → night",
                        "done: storm, 2 conversations",
                        "  20261124-000003  handed_over support/ana → support/rui",
                        "      Ana is off",
                        "  20261124-000004  returned    support/ana → on-call  (restored)",
                        "      Ana is off",
                        "  agent rui        8 → 9 of 8  over capacity",
                        "  queue on-call    1 waiting, 0 at work with 0 places",
                        "      nobody is at work",
                        "Can be undone until 24/11 22:10: ./rota switchover undo 7");
        assertThat(asked).containsExactly("GET /api/switchovers/7 ");
    }

    @Test
    void times_may_be_of_the_clock_on_the_wall() {
        switchover("--at", "9:30", "--from", "afternoon", "--to", "night", "--reason", "storm", "--policy", "return");
        rehearse("--at", "22:00", "--calendar", "plantao");
        rehearse();

        assertThat(asked)
                .containsExactly(
                        "POST /api/switchovers {\"at\":\"2026-11-25T12:30:00Z\",\"from\":\"afternoon\",\"to\":\"night\","
                                + "\"reason\":\"storm\",\"policy\":\"return\"}",
                        "GET /api/switchovers/rehearsal?at=2026-11-25T01%3A00%3A00Z&calendar=plantao ",
                        "GET /api/switchovers/rehearsal?at=2026-11-24T13%3A00%3A00Z ");
    }

    @Test
    void each_command_has_its_door_and_its_json() throws IOException {
        for (var command : List.of("run", "undo", "cancel")) {
            var json = new ObjectMapper()
                    .readTree(switchover(command, "7", "--json").out());
            assertThat(json.path("id").asText()).isEqualTo("7");
        }
        assertThat(switchover("list").out()).isEqualTo("7      done      24/11 22:00  plantao  afternoon → night\n");

        assertThat(asked)
                .containsExactly(
                        "POST /api/switchovers/7/run ",
                        "POST /api/switchovers/7/undo ",
                        "POST /api/switchovers/7/cancel ",
                        "GET /api/switchovers ");
    }

    @Test
    void what_is_missing_or_no_time_is_said_before_anybody_is_asked() {
        assertThat(switchover("--at", "22:00", "--from", "afternoon", "--to", "night"))
                .satisfies(ran -> {
                    assertThat(ran.exitCode()).isEqualTo(2);
                    assertThat(ran.err()).contains("--reason is missing");
                });
        assertThat(rehearse("--at", "tonight").err())
                .contains("--at is 'tonight'; expected a time such as 22:00 or 2026-11-24T22:00:00-03:00.");
        assertThat(asked).isEmpty();
    }

    private Ran switchover(String... words) {
        return Ran.command(new SwitchoverCommand(settings(), when()), words);
    }

    private Ran rehearse(String... words) {
        return Ran.command(new RehearseCommand(settings(), when()), words);
    }

    private Settings settings() {
        return new Settings(Map.of(
                "ROTA_URL", "http://localhost:" + engine.getAddress().getPort(),
                "ROTA_TOKEN", "secret",
                "ROTA_DATA_DIR", "target/no-such-folder"));
    }

    private static When when() {
        return new When(
                Clock.fixed(Instant.parse("2026-11-24T10:00:00-03:00"), ZoneOffset.UTC),
                ZoneId.of("America/Sao_Paulo"));
    }

    private HttpServer engine() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        var list = exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().getPath().equals("/api/switchovers");
        var answer = (list ? "{\"items\": [" + ONE + "], \"next\": null}" : ONE).getBytes(UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
