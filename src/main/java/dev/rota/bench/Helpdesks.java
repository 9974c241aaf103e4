package dev.rota.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The helpdesks of a run: one that answers at once, one that is 20 ms away, and one that hangs until it is let go. */
final class Helpdesks {

    static final String INSTANT = "instant";
    static final String DISTANT = "distant";
    static final String HANGING = "hanging";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_REQUEST = 400;
    private static final int AWAY_MS = 20;

    private final Vertx vertx;
    private final Arrivals arrivals = new Arrivals();
    private final Brought brought = new Brought();
    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile boolean hangs;

    Helpdesks(Vertx vertx) {
        this.vertx = vertx;
        this.server = vertx.createHttpServer().requestHandler(this::handle);
    }

    /**
     * Opens them.
     *
     * @return their port
     */
    int open() {
        var opened = server.listen(0, "127.0.0.1");
        return opened.toCompletionStage().toCompletableFuture().join().actualPort();
    }

    /** The tickets of those who wrote through the door. */
    Arrivals arrivals() {
        return arrivals;
    }

    /** What was brought to those to which no rule leads. */
    Brought brought() {
        return brought;
    }

    /** Lets the one that hangs do so from now on. */
    void hang() {
        hangs = true;
    }

    /** How many requests hang. */
    int hanging() {
        return held.size();
    }

    /** Answers all that hang, and whatever else comes. */
    void letGo() {
        hangs = false;
        for (var request = held.poll(); request != null; request = held.poll()) {
            var each = request;
            vertx.runOnContext(go -> created(each));
        }
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var at = System.nanoTime();
            switch (String.valueOf(request.path())) {
                case "/" + INSTANT -> note(request, at);
                case "/" + DISTANT -> vertx.setTimer(AWAY_MS, timer -> note(request, System.nanoTime()));
                case "/" + HANGING -> hold(request);
                default -> ticket(request, body, at);
            }
        });
    }

    private void hold(HttpServerRequest request) {
        if (hangs) {
            held.add(request);
        } else {
            created(request);
        }
    }

    private void note(HttpServerRequest request, long at) {
        brought.add(request.getHeader("Idempotency-Key"), at);
        created(request);
    }

    private void ticket(HttpServerRequest request, Buffer body, long at) {
        try {
            var command = JSON.readTree(body.getBytes());
            if (command.path("op").asText().equals("ticket")) {
                arrivals.add(command.path("customer").path("phone").asText(), at);
            }
            created(request);
        } catch (IOException e) {
            request.response().setStatusCode(BAD_REQUEST).end("the command is not JSON\n");
        }
    }

    private static void created(HttpServerRequest request) {
        var answer = "{\"ticketId\": \"T" + request.getHeader("ce-subject") + "\", \"outcome\": \"created\"}";
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(answer);
    }
}
