package dev.rota.flow.lookup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody outside who is asked over HTTP, and does what a test says. */
final class Outsider implements AutoCloseable {

    /** What is done with a request. */
    @FunctionalInterface
    interface Manner {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch nobodyListens = new CountDownLatch(1);
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile Manner manner = exchange -> {};

    Outsider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            try (exchange) {
                manner.answer(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What came, as method, address, authorization and body. */
    Queue<String> asked() {
        return asked;
    }

    void does(Manner what) {
        manner = what;
    }

    void answers(int status, String body) {
        does(exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    /** Says nothing for as long as the test lasts. */
    void hangs() {
        does(exchange -> awaitEnd());
    }

    /** Begins an answer that has no end, a byte at a time. */
    void drips() {
        does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (end.getCount() > 0) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            } catch (IOException e) {
                nobodyListens.countDown();
            }
        });
    }

    /** Waits until somebody has hung up on an answer without end. */
    void awaitNobodyListens() throws InterruptedException {
        nobodyListens.await();
    }

    /** Promises more than it sends. */
    void breaksOff() {
        does(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
