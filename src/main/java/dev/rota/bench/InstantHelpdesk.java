package dev.rota.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;

/** A helpdesk that takes every command at once, and notes when tickets came. */
final class InstantHelpdesk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_REQUEST = 400;

    private final Arrivals arrivals = new Arrivals();
    private final HttpServer server;

    InstantHelpdesk(Vertx vertx) {
        server = vertx.createHttpServer().requestHandler(this::handle);
    }

    /**
     * Opens it.
     *
     * @return its port
     */
    int open() {
        var opened = server.listen(0, "127.0.0.1");
        return opened.toCompletionStage().toCompletableFuture().join().actualPort();
    }

    Arrivals arrivals() {
        return arrivals;
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var at = System.nanoTime();
            try {
                answer(request, body, at);
            } catch (IOException e) {
                request.response().setStatusCode(BAD_REQUEST).end("the command is not JSON\n");
            }
        });
    }

    private void answer(HttpServerRequest request, Buffer body, long at) throws IOException {
        var command = JSON.readTree(body.getBytes());
        var isNew = command.path("op").asText().equals("ticket");
        if (isNew) {
            arrivals.add(command.path("customer").path("phone").asText(), at);
        }
        var answer = JSON.createObjectNode()
                .put("ticketId", "T" + command.path("conversation").asText())
                .put("link", "http://127.0.0.1/tickets")
                .put("outcome", isNew ? "created" : "changed");
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(Buffer.buffer(JSON.writeValueAsBytes(answer)));
    }
}
