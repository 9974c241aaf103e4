package dev.rota.whatsapp.simulated;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts webhooks to an engine's door, one at a time. */
public final class DoorClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI door;

    public DoorClient(URI door) {
        this.door = door;
    }

    /**
     * Posts a webhook and waits for the answer.
     *
     * @return the HTTP status; 200 says that it is stored
     * @throws IOException when no engine answers within 10 seconds
     */
    public int post(SignedWebhook webhook) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(door)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(SignedWebhook.HEADER, webhook.signature())
                .POST(BodyPublishers.ofByteArray(webhook.body()))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
