package dev.rota.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.LongConsumer;

/** Asks a running engine over its API, with the token of the environment. */
final class EngineClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FOR_A_FILE = Duration.ofHours(6);

    /** Asked rightly, at the wrong moment. */
    private static final int CONFLICT = 409;

    private final Settings settings;

    EngineClient(Settings settings) {
        this.settings = settings;
    }

    JsonNode get(String path) throws InterruptedException {
        return send(path, request(path).GET().build());
    }

    JsonNode post(String path) throws InterruptedException {
        return send(path, request(path).POST(BodyPublishers.noBody()).build());
    }

    /** Posts what does not belong into an address, and waits as long as that takes. */
    JsonNode post(String path, Object body, Duration patience) throws InterruptedException {
        var json = new ObjectMapper().valueToTree(body).toString();
        var request = request(path)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return send(path, request);
    }

    /**
     * Posts a file of any length as it stands, and waits as long as that takes.
     *
     * @param sent is told how many bytes more have gone out
     */
    JsonNode post(String path, Path file, String type, LongConsumer sent) throws InterruptedException {
        var request = request(path)
                .timeout(FOR_A_FILE)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofInputStream(() -> opened(file, sent)))
                .build();
        return send(path, request);
    }

    private static InputStream opened(Path file, LongConsumer sent) {
        try {
            return new FilterInputStream(Files.newInputStream(file)) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    var count = super.read(bytes, offset, length);
                    sent.accept(Math.max(0, count));
                    return count;
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        var token = settings.get(Settings.TOKEN)
                .orElseThrow(() -> CommandFailure.wrongUse(
                        "ROTA_TOKEN is not set: it must hold the secret of an entry in the engine's ROTA_API_TOKENS."));
        return HttpRequest.newBuilder(settings.url().resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(String path, HttpRequest request) throws InterruptedException {
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw refusal(answer);
            }
            return json(answer.body());
        } catch (IOException e) {
            throw CommandFailure.found(
                    "No engine answers at " + settings.url() + path + ": start one, or set ROTA_URL to where it is.");
        }
    }

    private static CommandFailure refusal(HttpResponse<String> answer) {
        var refused = "The engine refused with " + answer.statusCode() + ": ";
        var problem = json(answer.body());
        var faults = new ArrayList<String>();
        problem.path("faults")
                .forEach(fault -> faults.add(refused + fault.path("field").asText() + ": "
                        + fault.path("sentence").asText()));
        if (!faults.isEmpty()) {
            return CommandFailure.wrongUse(faults);
        }
        var sentence = refused + problem.path("detail").asText("no reason given");
        var wrong = answer.statusCode() / 100 == 4 && answer.statusCode() != CONFLICT;
        return wrong ? CommandFailure.wrongUse(sentence) : CommandFailure.found(sentence);
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw CommandFailure.found("What answers is not an engine: it does not speak JSON.");
        }
    }
}
