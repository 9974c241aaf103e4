package dev.rota.flow.downstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A helpdesk that is played: it keeps what it is told as the vendor's documents say, refuses what they do not allow, and
 * fails as a test tells it to.
 */
abstract class ContractFake implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    /** A request as it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Request(
            String method, String path, String query, Map<String, List<String>> headers, JsonNode body, byte[] raw) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> each.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }

        @Override
        public String toString() {
            return method + " " + path + (query.isEmpty() ? "" : "?" + query);
        }
    }

    /** An answer. */
    record Response(int status, String body, String type, Map<String, String> headers) {
        static Response of(int status, Object body) {
            return new Response(status, write(body), "application/json; charset=utf-8", Map.of());
        }

        Response with(String header, String value) {
            return new Response(status, body, type, Map.of(header, value));
        }
    }

    /** One request and its answer. */
    record Pair(Request request, Response response) {}

    /** The vendor's documents do not allow a request. */
    static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Violation(String sentence) {
            super(sentence);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Pair> pairs = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Queue<Response> instead = new ArrayDeque<>();
    private @Nullable String cutOffAfter;

    ContractFake() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** What the helpdesk does with a request that nobody has told it to fail. */
    abstract Response answer(Request request);

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Every request so far with its answer. */
    List<Pair> pairs() {
        return pairs;
    }

    /** Every request so far, as method and path. */
    List<String> asked() {
        return pairs.stream().map(pair -> pair.request().toString()).toList();
    }

    List<String> violations() {
        return violations;
    }

    /** Answers the next request in this way, whatever it is. */
    synchronized void answersNext(Response response) {
        instead.add(response);
    }

    /** Carries out the next such request, and hangs up before it answers. */
    synchronized void cutsOffAfter(String request) {
        cutOffAfter = request;
    }

    /** Refuses what does not hold. */
    static void must(boolean holds, String sentence) {
        if (!holds) {
            throw new Violation(sentence);
        }
    }

    static String write(Object value) {
        try {
            return value instanceof String text ? text : JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var bytes = exchange.getRequestBody().readAllBytes();
            var request = new Request(
                    exchange.getRequestMethod(),
                    uri.getRawPath(),
                    uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    bytes.length == 0 ? JSON.nullNode() : JSON.readTree(new String(bytes, UTF_8)),
                    bytes);
            var response = respond(request);
            if (response != null) {
                pairs.add(new Pair(request, response));
                var body = response.body().getBytes(UTF_8);
                exchange.getResponseHeaders().add("Content-Type", response.type());
                response.headers().forEach(exchange.getResponseHeaders()::add);
                exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private synchronized @Nullable Response respond(Request request) {
        if (!instead.isEmpty()) {
            return instead.remove();
        }
        try {
            var response = answer(request);
            if (cutOffAfter != null && request.toString().equals(cutOffAfter)) {
                cutOffAfter = null;
                pairs.add(new Pair(request, new Response(0, "", "", Map.of())));
                return null;
            }
            return response;
        } catch (Violation e) {
            violations.add(request + ": " + e.getMessage());
            return Response.of(400, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    /** The texts of a list of JSON. */
    static List<String> texts(Iterable<JsonNode> nodes) {
        var texts = new ArrayList<String>();
        nodes.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
