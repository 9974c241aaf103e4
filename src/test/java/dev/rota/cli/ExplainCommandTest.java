package dev.rota.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {

    private static final String WAITS =
            """
            {"decision": {"requestType": "sales", "queue": "sales", "priority": "normal", "routeSet": "52eef62abc30",
               "because": [{"file": "triage/queue.camel.yaml", "line": 46, "step": "buying",
                 "text": "${body.number} == 'vendas'", "value": "true"}]},
             "assignment": {"agent": null, "reason": "queue sales is closed until 26/11 08:00", "because": []},
             "facts": [{"name": "ad", "value": "x\\u001b[2J", "source": "tap on the ad", "ageMs": 0}]}
            """;
    private static final String TEST = "{\"yaml\": \"- name: what became of conversation 7\\n  at: now\\n\"}";

    private final HttpServer engine = engine();

    @AfterEach
    void stop() {
        engine.stop(0);
    }

    @Test
    void an_imagined_message_goes_where_the_rules_of_the_folder_say() {
        var ran = imagined("--at", "2026-11-24T23:30:00-03:00");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines())
                .contains(
                        "queue        on-call",
                        "agent        rui: chosen: the only one with room and skill fibre",
                        "  in  rui      chosen: the only one with room and skill fibre",
                        "  shift = night  (calendar plantao of number suporte, 0 ms)")
                .anyMatch(line -> line.matches("  triage/queue\\.camel\\.yaml:\\d+ outage-at-night"
                        + "  queue:on-call\\?priority=urgent&skill=fibre  →  on-call"));
    }

    @Test
    void as_json_it_has_the_fields_of_the_api() throws IOException {
        var json = new ObjectMapper()
                .readTree(
                        imagined("--at", "2026-11-24T23:30:00-03:00", "--json").out());

        assertThat(json.at("/decision/because/0").fieldNames())
                .toIterable()
                .containsExactly("file", "line", "step", "text", "value");
        assertThat(json.at("/assignment/because/0").fieldNames()).toIterable().containsExactly("agent", "in", "reason");
        assertThat(json.at("/facts/0").fieldNames()).toIterable().containsExactly("name", "value", "source", "ageMs");
    }

    @Test
    void of_a_conversation_an_engine_is_asked_and_what_a_stranger_sent_steers_no_terminal() {
        var ran = explain("7");

        assertThat(ran.out().lines())
                .contains(
                        "agent        nobody: queue sales is closed until 26/11 08:00",
                        "  triage/queue.camel.yaml:46 buying  ${body.number} == 'vendas'  →  true",
                        "  ad = x[2J  (tap on the ad, 0 ms)");
    }

    @Test
    void a_conversation_can_be_printed_as_a_test() {
        assertThat(explain("7", "--as-test").out()).isEqualTo("- name: what became of conversation 7\n  at: now\n");
    }

    @Test
    void wrong_use_is_told_in_a_sentence() {
        assertThat(explain().err()).isEqualTo("rota: Name a CONVERSATION, or both --number and --text.\n");
        assertThat(explain("--as-test").err())
                .isEqualTo("rota: --as-test needs a CONVERSATION: what is imagined is a test already.\n");
        assertThat(imagined("--at", "noon").err())
                .isEqualTo("rota: --at is 'noon', but a time has a zone, such as 2026-11-24T23:30:00-03:00.\n");
        assertThat(explain("--number", "nowhere", "--text", "oi").err())
                .isEqualTo("rota: there is no number 'nowhere'; known are suporte, vendas\n");
    }

    private Ran imagined(String... more) {
        var words = new String[more.length + 4];
        System.arraycopy(new String[] {"--number", "suporte", "--text", "caiu minha fibra"}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return explain(words);
    }

    private Ran explain(String... words) {
        var url = "http://localhost:" + engine.getAddress().getPort();
        var settings = new Settings(Map.of("ROTA_URL", url, "ROTA_TOKEN", "secret", "ROTA_DATA_DIR", "target/none"));
        return Ran.command(new ExplainCommand(settings), words);
    }

    private static HttpServer engine() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/conversations/7/explain", exchange -> {
                var test = exchange.getRequestURI().getPath().endsWith("/test");
                var body = (test ? TEST : WAITS).getBytes(UTF_8);
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
