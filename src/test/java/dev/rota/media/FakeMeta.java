package dev.rota.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Meta's Graph API as far as files go: an id gives an address that is good for five minutes, and the address the bytes,
 * both for the token alone. A test says what goes wrong.
 */
final class FakeMeta implements AutoCloseable {

    static final String TOKEN = "Bearer test";
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    /** What goes wrong, if anything. */
    enum Fault {
        NONE,
        STALE_ADDRESS,
        WRONG_HASH,
        WEB_PAGE,
        CUT_OFF,
        TEN_TIMES_AS_MUCH,
        TOO_LARGE,
        PRIVATE_ADDRESS,
        OTHER_HOST,
        PLAIN_HTTP,
        REDIRECT,
        NO_ADDRESS,
        NO_JSON,
        HOST_ANSWERS_500,
        HANGS_UP
    }

    /** An error of Meta's, or null. */
    volatile @Nullable String error;

    volatile int status = 200;
    volatile Fault fault = Fault.NONE;
    volatile boolean toldHash = true;
    volatile boolean toldSize = true;
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> brought = new ConcurrentHashMap<>();
    final Queue<String> posted = new ConcurrentLinkedQueue<>();
    final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private final Map<String, Instant> addresses = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Clock clock;

    FakeMeta(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Nothing goes wrong any more. */
    void heal() {
        fault = Fault.NONE;
        error = null;
        status = 200;
        toldHash = true;
        toldSize = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"error\":{\"code\":190}}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            take(exchange, path);
        } else if (path.startsWith("/bytes/")) {
            bytes(exchange, path.substring("/bytes/".length()));
        } else {
            asked.add(path + "?" + exchange.getRequestURI().getQuery());
            address(exchange, path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private void take(HttpExchange exchange, String path) throws IOException {
        posted.add(path + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (fault == Fault.HANGS_UP) {
            return;
        }
        if (error != null) {
            send(exchange, status, error);
        } else if (path.endsWith("/media")) {
            send(exchange, 200, "{\"id\":\"UP1\"}");
        } else {
            send(exchange, 200, "{\"messages\":[{\"id\":\"wamid.1\"}]}");
        }
    }

    private void address(HttpExchange exchange, String id) throws IOException {
        var bytes = files.get(id);
        if (error != null) {
            send(exchange, status, error);
        } else if (bytes == null) {
            send(exchange, 400, "{\"error\":{\"code\":100,\"error_subcode\":33}}");
        } else if (fault == Fault.NO_ADDRESS || fault == Fault.NO_JSON) {
            send(exchange, 200, fault == Fault.NO_JSON ? "<html>" : "{\"id\":\"1\"}");
        } else {
            var address = id + "-" + addresses.size();
            var ago = fault == Fault.STALE_ADDRESS ? GOOD_FOR.plusSeconds(1) : Duration.ZERO;
            addresses.put(address, clock.instant().minus(ago));
            send(exchange, 200, found(address, bytes));
        }
    }

    private String found(String address, byte[] bytes) {
        var url =
                switch (fault) {
                    case PRIVATE_ADDRESS -> "https://10.0.0.1/bytes/" + address;
                    case OTHER_HOST -> "https://lookaside.fbsbx.com.example/bytes/" + address;
                    case PLAIN_HTTP -> "http://lookaside.fbsbx.com/bytes/" + address;
                    default -> url() + "/bytes/" + address;
                };
        var hash = fault == Fault.WRONG_HASH ? sha256(new byte[] {1}) : sha256(bytes);
        var size = fault == Fault.TOO_LARGE ? 10_000_000_000L : bytes.length;
        return "{\"messaging_product\":\"whatsapp\",\"url\":\"" + url + "\",\"mime_type\":\"image/jpeg\""
                + (toldHash ? ",\"sha256\":\"" + hash + "\"" : "")
                + (toldSize ? ",\"file_size\":\"" + size + "\"" : "") + ",\"id\":\"1\"}";
    }

    private void bytes(HttpExchange exchange, String address) throws IOException {
        var given = addresses.get(address);
        if (given == null || clock.instant().isAfter(given.plus(GOOD_FOR))) {
            send(exchange, 404, "");
            return;
        }
        var id = address.substring(0, address.lastIndexOf('-'));
        brought.computeIfAbsent(id, first -> new AtomicInteger()).incrementAndGet();
        var bytes = Objects.requireNonNull(files.get(id));
        switch (fault) {
            case WEB_PAGE -> send(exchange, 200, "<!DOCTYPE html><html><body>Log in</body></html>");
            case HOST_ANSWERS_500 -> send(exchange, 500, "");
            case REDIRECT -> {
                exchange.getResponseHeaders().add("Location", "/bytes/" + address);
                send(exchange, 302, "");
            }
            case CUT_OFF -> {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
                exchange.getResponseBody().flush();
            }
            case TEN_TIMES_AS_MUCH -> {
                exchange.sendResponseHeaders(200, 0);
                for (int time = 0; time < 10; time++) {
                    exchange.getResponseBody().write(bytes);
                }
            }
            default -> {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
