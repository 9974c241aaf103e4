package dev.rota.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Somebody who works at the engine's desk, by its API. */
final class Operator {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI desk;
    private final String secret;

    Operator(URI desk, String secret) {
        this.desk = desk;
        this.secret = secret;
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode post(String path, Map<String, Object> body) {
        var json = JSON.valueToTree(body).toString();
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(desk.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + secret);
    }

    private JsonNode send(HttpRequest request) {
        var answer = client.sendAsync(request, BodyHandlers.ofString()).join();
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    request.uri().getPath() + " was refused with " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(request.uri().getPath() + " was not answered in JSON", e);
        }
    }
}
