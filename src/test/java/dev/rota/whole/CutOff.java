package dev.rota.whole;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between an engine and a helpdesk, and loses the answer to the first ticket that is made. */
final class CutOff implements AutoCloseable {

    private static final Set<String> PASSED = Set.of("authorization", "x-redmine-api-key", "content-type", "accept");
    private static final Set<String> CREATES = Set.of("/REST/2.0/ticket", "/issues.json");

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger lost = new AtomicInteger();
    private final int helpdesk;
    private final HttpServer server;

    CutOff(int helpdesk) {
        this.helpdesk = helpdesk;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ground.freePort()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many answers it has lost. */
    int lost() {
        return lost.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + helpdesk + uri))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                    request.header(name, values.get(0));
                }
            });
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (exchange.getRequestMethod().equals("POST")
                    && CREATES.contains(uri.getPath())
                    && lost.compareAndSet(0, 1)) {
                return;
            }
            answer.headers().firstValue("content-type").ifPresent(type -> exchange.getResponseHeaders()
                    .set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
