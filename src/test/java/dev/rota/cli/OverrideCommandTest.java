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

class OverrideCommandTest {

    private static final String ONE =
            """
            {"id": "7", "match": {"product": "fibre"}, "queue": "on-call", "until": "2026-11-24T23:00:00Z", "by": "otto",
             "reason": "a mast is down", "at": "2026-11-24T15:00:00Z", "state": "in_force", "endedAt": null,
             "endedBy": null, "effect": {"moved": 1, "stayed": 2, "inProgress": 1, "conversations": [
                {"conversation": "3", "protocol": "20261124-000003", "kind": "moved", "fromQueue": "sales",
                 "queue": "on-call", "owner": null},
                {"conversation": "4", "protocol": "20261124-000004", "kind": "in_progress", "fromQueue": "sales",
                 "queue": "sales", "owner": "ana"}]}}
            """;

    private static final String[] FIBRE = {
        "--match", "product=fibre", "--queue", "on-call", "--until", "20:00", "--reason", "a mast is down"
    };

    private final List<String> asked = new ArrayList<>();
    private final HttpServer engine = engine();

    private int status = 200;
    private String answer = ONE;

    @AfterEach
    void stop() {
        engine.stop(0);
    }

    @Test
    void the_effect_is_shown_first_and_then_it_is_put_into_force() {
        assertThat(override(FIBRE).exitCode()).isZero();

        var wanted = "POST /api/overrides {\"match\":{\"product\":\"fibre\"},\"queue\":\"on-call\","
                + "\"until\":\"2026-11-24T23:00:00Z\",\"reason\":\"a mast is down\",\"dryRun\":";
        assertThat(asked).containsExactly(wanted + "true}", wanted + "false}");
    }

    @Test
    void a_dry_run_puts_nothing_into_force() throws IOException {
        answer = ONE.replace("\"7\"", "null").replace("in_force", "proposed");
        var words = new ArrayList<>(List.of(FIBRE));
        words.add("--dry-run");

        assertThat(override(words.toArray(String[]::new)).out().lines())
                .containsExactly(
                        "Override proposed: product=fibre → on-call until 24/11 20:00, otto: a mast is down",
                        "Would move 1 to on-call; 2 would wait there as it is; 1 in progress would stay with their owners, marked",
                        "  20261124-000003  moved       sales → on-call",
                        "  20261124-000004  in_progress sales → sales/ana");
        words.add("--json");
        assertThat(new ObjectMapper()
                        .readTree(override(words.toArray(String[]::new)).out())
                        .path("state")
                        .asText())
                .isEqualTo("proposed");
        assertThat(asked).hasSize(2).allMatch(request -> request.endsWith("\"dryRun\":true}"));
    }

    @Test
    void one_in_force_is_told_with_how_to_end_it() {
        assertThat(override("show", "7").out().lines())
                .containsExactly(
                        "Override 7 in force: product=fibre → on-call until 24/11 20:00, otto: a mast is down",
                        "Moved 1 to on-call; 2 waited there as it is; 1 in progress stayed with their owners, marked",
                        "  20261124-000003  moved       sales → on-call",
                        "  20261124-000004  in_progress sales → sales/ana",
                        "Ends by itself, or now with: ./rota override end 7");
        assertThat(override("end", "7", "--json").out()).contains("\"id\" : \"7\"");
        assertThat(asked).containsExactly("GET /api/overrides/7 ", "POST /api/overrides/7/end ");
    }

    @Test
    void the_list_says_what_has_no_effect() {
        var problem = ONE.replace("\"effect\"", "\"problem\": \"there is no queue\", \"effect\"");
        answer = "{\"items\": [" + problem + "], \"next\": null}";

        assertThat(override("list").out().lines())
                .containsExactly(
                        "7      in force  product=fibre → on-call until 24/11 20:00, otto: a mast is down",
                        "  without effect: there is no queue");
        answer = "{\"items\": [], \"next\": null}";
        assertThat(override("list").out()).isEqualTo("No override is in force, and none was made.\n");
    }

    @Test
    void facts_may_have_parentheses_and_values_may_hold_anything() {
        override(
                "--match",
                "mentions('a=b')=true",
                "--match",
                " customer.tier = gold=2 ",
                "--queue",
                "q",
                "--until",
                "20:00",
                "--reason",
                "r",
                "--dry-run");

        assertThat(asked)
                .singleElement()
                .asString()
                .contains("{\"mentions('a=b')\":\"true\",\"customer.tier\":\"gold=2\"}");
    }

    @Test
    void everything_that_is_missing_or_wrong_is_said_before_anybody_is_asked() {
        var ran = override("--match", "product", "--match", "number=1", "--match", "number=2", "--until", "tonight");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err().lines())
                .containsExactly(
                        "rota: --match is 'product'; expected FACT=VALUE such as product=fibre.",
                        "rota: --match asks twice for 'number'; a fact has one value.",
                        "rota: --queue is missing; an override takes --match, --queue, --until and --reason.",
                        "rota: --until is 'tonight'; expected a time such as 22:00 or 2026-11-24T22:00:00-03:00.",
                        "rota: --reason is missing; an override takes --match, --queue, --until and --reason.");
        assertThat(override().err()).contains("--match is missing");
        assertThat(asked).isEmpty();
    }

    @Test
    void what_the_engine_refuses_is_a_sentence_for_each_fault() {
        status = 422;
        answer = "{\"status\": 422, \"field\": \"match.produto\", \"detail\": \"a; b\", \"faults\": ["
                + "{\"field\": \"match.produto\", \"sentence\": \"a\"}, {\"field\": \"queue\", \"sentence\": \"b\"}]}";

        var ran = override(FIBRE);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err().lines())
                .containsExactly(
                        "rota: The engine refused with 422: match.produto: a",
                        "rota: The engine refused with 422: queue: b");
        assertThat(asked).hasSize(1);
    }

    private Ran override(String... words) {
        var settings = new Settings(Map.of(
                "ROTA_URL", "http://localhost:" + engine.getAddress().getPort(),
                "ROTA_TOKEN", "secret",
                "ROTA_DATA_DIR", "target/no-such-folder"));
        var when = new When(
                Clock.fixed(Instant.parse("2026-11-24T10:00:00-03:00"), ZoneOffset.UTC),
                ZoneId.of("America/Sao_Paulo"));
        return Ran.command(new OverrideCommand(settings, when), words);
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
        var bytes = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
