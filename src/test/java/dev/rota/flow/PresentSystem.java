package dev.rota.flow;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The system that answered before Rota: keeps what it gets, and answers as it is told to. */
final class PresentSystem implements AutoCloseable {

    /** One request as it came. */
    @SuppressWarnings("ArrayRecordComponent") // looked at, never compared
    record Got(String path, List<String> headers, String signature, String type, byte[] body) {}

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile boolean hangs;

    PresentSystem() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            got.add(new Got(
                    exchange.getRequestURI().toString(),
                    List.copyOf(headers.keySet()),
                    String.valueOf(headers.getFirst("X-Hub-Signature-256")),
                    String.valueOf(headers.getFirst("Content-Type")),
                    exchange.getRequestBody().readAllBytes()));
            if (hangs) {
                hang();
            }
            var status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            exchange.close();
        });
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void answer(int... statuses) {
        for (var status : statuses) {
            answers.add(status);
        }
    }

    void hangFromNowOn() {
        hangs = true;
    }

    List<Got> got() {
        return got;
    }

    private void hang() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        release.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
