package dev.rota.whole;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Meta's Graph API as far as it takes answers: what customers would have read. */
final class Answered implements AutoCloseable {

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Answered() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ground.freePort()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> texts() {
        return texts;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) { // whatever is asked for, there is none
                answer(exchange, "{\"data\": []}");
                return;
            }
            var message = new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes());
            if (message.has("text")) {
                texts.add(message.at("/text/body").asText());
            }
            answer(exchange, "{\"messages\": [{\"id\": \"wamid.answer%d\"}]}".formatted(texts.size()));
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var answer = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
