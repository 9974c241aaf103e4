package dev.rota.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompareCommandTest {

    private static final String FIRST =
            """
            {"items": [{"id": "2", "protocol": "20261124-000002", "at": "2026-11-24T13:04:00Z", "number": "suporte",
              "customer": "Maria\\u001b[2J", "requestType": "support", "queue": "support", "priority": "normal",
              "agent": "ana", "reason": "chosen: least loaded of 3",
              "because": {"file": "queue.camel.yaml", "line": 11, "step": "support", "text": "otherwise", "value": "true"},
              "firstAnswer": {"at": "2026-11-24T13:08:00Z", "seconds": 240, "by": "phone app"}}],
             "next": "7-2"}
            """;
    private static final String LAST =
            """
            {"items": [{"id": "1", "protocol": "20261124-000001", "at": "2026-11-24T12:00:00Z", "number": "suporte",
              "customer": "…4321", "requestType": "sales", "queue": "sales", "priority": "high",
              "agent": null, "reason": "queue sales is closed", "because": null, "firstAnswer": null}],
             "next": null}
            """;
    private static final String NOTHING = "{\"items\": [], \"next\": null}";

    private final List<String> asked = new ArrayList<>();
    private final HttpServer engine = engine();
    private boolean empty;

    @AfterEach
    void stop() {
        engine.stop(0);
    }

    @Test
    void it_lists_what_rota_would_have_done_beside_what_was_done_page_by_page() {
        var ran = compare("--since", "24h", "--number", "suporte");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines())
                .containsSequence(
                        "    → queue support, ana: chosen: least loaded of 3",
                        "    because queue.camel.yaml:11 support: otherwise",
                        "    there answered after 4 min by phone app")
                .contains("    → queue sales, waits: queue sales is closed")
                .containsSequence(
                        "2 conversations",
                        "  queue  sales             1",
                        "  queue  support           1",
                        "  agent  ana               1",
                        "  agent  (waits)           1",
                        "answered there: 1 of 2, the median after 4 min");
        assertThat(ran.out()).contains("20261124-000002  suporte  Maria[2J  support, normal");
        assertThat(asked)
                .containsExactly(
                        "limit=200&since=2026-11-23T13:00:00Z&number=suporte",
                        "limit=200&since=2026-11-23T13:00:00Z&number=suporte&cursor=7-2");
    }

    @Test
    void as_json_it_is_the_list_with_its_summary() throws IOException {
        var json = new ObjectMapper().readTree(compare("--json").out());

        assertThat(json.path("items")).hasSize(2);
        assertThat(json.path("summary"))
                .hasToString(
                        "{\"queues\":{\"sales\":1,\"support\":1},\"agents\":{\"ana\":1},\"waiting\":1,\"answered\":1,"
                                + "\"medianSeconds\":240}");
    }

    @Test
    void with_nothing_to_compare_it_says_what_would_be_needed() {
        empty = true;

        assertThat(compare().out()).startsWith("Nothing to compare: ").contains("mode: shadow");
    }

    @Test
    void a_time_that_is_none_is_wrong_use() {
        var ran = compare("--since", "yesterday");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--since: 'yesterday' is not a duration; expected 90s, 15m, 2h or 1d.");
    }

    private Ran compare(String... words) {
        var url = "http://localhost:" + engine.getAddress().getPort();
        var settings = new Settings(Map.of("ROTA_URL", url, "ROTA_TOKEN", "secret", "ROTA_DATA_DIR", "target/none"));
        var clock = Clock.fixed(Instant.parse("2026-11-24T13:00:00Z"), ZoneOffset.UTC);
        return Ran.command(new CompareCommand(settings, clock), words);
    }

    private HttpServer engine() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/compare", exchange -> {
                var query = exchange.getRequestURI().getQuery();
                asked.add(query);
                var body = (empty ? NOTHING : query.contains("cursor") ? LAST : FIRST).getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
