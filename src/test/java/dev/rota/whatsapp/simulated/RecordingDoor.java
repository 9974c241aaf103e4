package dev.rota.whatsapp.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A door that keeps what it is brought, and lets in only what is signed with the test's secret. */
public final class RecordingDoor implements AutoCloseable {

    public static final String SECRET = "test_app_secret";

    private final List<JsonNode> values = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public RecordingDoor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/webhooks/whatsapp", this::open);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The value of each webhook so far. */
    public List<JsonNode> values() {
        return values;
    }

    private void open(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var signature = exchange.getRequestHeaders().getFirst(SignedWebhook.HEADER);
        var signed = SignedWebhook.sign(body, SECRET).signature().equals(signature);
        if (signed) {
            values.add(new ObjectMapper().readTree(body).at("/entry/0/changes/0/value"));
        }
        exchange.sendResponseHeaders(signed ? 200 : 401, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
