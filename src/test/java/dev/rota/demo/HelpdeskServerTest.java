package dev.rota.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HelpdeskServerTest {

    private final HelpdeskServer server = new HelpdeskServer(0, Duration.ofMillis(20));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void it_answers_commands_and_tells_what_it_holds() throws Exception {
        var refused = http.send(
                request("/demo/helpdesk/tickets")
                        .header("Idempotency-Key", "1")
                        .POST(BodyPublishers.ofString("{\"key\":\"1\",\"op\":\"ticket\"}"))
                        .build(),
                BodyHandlers.ofString());
        var shelf = get("/demo/helpdesk/tickets.json");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(shelf.body()).isEqualTo("{\"requests\":1,\"repeats\":0,\"tickets\":[]}");
    }

    @Test
    void what_is_not_json_is_refused_as_such() throws Exception {
        var answer = http.send(
                request("/demo/helpdesk/tickets")
                        .POST(BodyPublishers.ofString("hello"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }
}
