package dev.rota.bench;

import io.vertx.core.AbstractVerticle;
import java.util.concurrent.CompletableFuture;

/** The share of a closed loop that one event loop drives: on each connection the next post follows the last answer. */
final class Caller extends AbstractVerticle {

    private static final int OK = 200;

    private final Target target;
    private final int connections;
    private final Stock stock;
    private final long end;
    private final Samples samples = new Samples();
    private final CompletableFuture<Samples> done = new CompletableFuture<>();
    private int open;

    /**
     * Posts once it is deployed.
     *
     * @param end after which {@link System#nanoTime} no more posts begin
     */
    Caller(Target target, int connections, Stock stock, long end) {
        this.target = target;
        this.connections = connections;
        this.stock = stock;
        this.end = end;
        this.open = connections;
    }

    /** What came of it, when the last answer has come. */
    CompletableFuture<Samples> done() {
        return done;
    }

    @Override
    public void start() {
        var posts = new Posts(vertx, target, connections);
        for (int connection = 0; connection < connections; connection++) {
            next(posts);
        }
    }

    private void next(Posts posts) {
        var sent = System.nanoTime();
        var webhook = sent - end < 0 ? stock.take() : null;
        if (webhook == null) {
            open--;
            if (open == 0) {
                done.complete(samples);
            }
            return;
        }
        posts.post(webhook).onComplete(answer -> {
            samples.add(System.nanoTime() - sent, answer.succeeded() && answer.result() == OK);
            next(posts);
        });
    }
}
