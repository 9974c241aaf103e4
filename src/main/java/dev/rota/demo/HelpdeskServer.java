package dev.rota.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The simulated helpdesk in a process of its own, so that it outlives an engine that is killed. */
public final class HelpdeskServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx = Vertx.vertx();
    private final HelpdeskSimulator helpdesk;
    private final Duration latency;
    private final HttpServer server;

    /**
     * A helpdesk on loopback.
     *
     * @param port 0 for any that is free
     * @param latency how long an answer takes after the command was carried out
     */
    public HelpdeskServer(int port, Duration latency) {
        this.latency = latency;
        helpdesk = new HelpdeskSimulator("http://127.0.0.1:" + port + "/demo/helpdesk");
        server = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** {@code HelpdeskServer PORT [MILLISECONDS]}: runs until it is ended. */
    public static void main(String[] words) {
        var latency = Duration.ofMillis(words.length > 1 ? Long.parseLong(words[1]) : 0);
        var server = new HelpdeskServer(Integer.parseInt(words[0]), latency);
        System.out.println("helpdesk on port " + server.port());
    }

    /** The port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Stops listening. */
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void serve(HttpServerRequest request) {
        switch (request.method() + " " + request.path()) {
            case "POST /demo/helpdesk/tickets" -> request.body().onSuccess(body -> command(request, body));
            case "GET /demo/helpdesk/tickets.json" -> answer(request, 200, helpdesk.shelf());
            default -> answer(request, 404, Map.of("error", "only /demo/helpdesk/tickets and tickets.json are here"));
        }
    }

    private void command(HttpServerRequest request, Buffer body) {
        var answer = handle(request.getHeader("Idempotency-Key"), body);
        if (latency.isZero()) {
            answer(request, answer.status(), answer.body());
        } else {
            vertx.setTimer(latency.toMillis(), timer -> answer(request, answer.status(), answer.body()));
        }
    }

    private HelpdeskSimulator.Answer handle(@Nullable String key, Buffer body) {
        try {
            return helpdesk.handle(key, JSON.readTree(body.getBytes()));
        } catch (IOException e) {
            return new HelpdeskSimulator.Answer(400, Map.of("error", "the body is not JSON"));
        }
    }

    private static void answer(HttpServerRequest request, int status, Object body) {
        try {
            var bytes = Buffer.buffer(JSON.writeValueAsBytes(body));
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(bytes);
        } catch (JsonProcessingException e) {
            request.response().setStatusCode(500).end(e.getOriginalMessage());
        }
    }
}
