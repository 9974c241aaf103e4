package dev.rota.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Posts as fast as the answers come, over a fixed number of connections. */
final class ClosedLoop {

    private final int connections;
    private final int callers;

    ClosedLoop(int connections) {
        this.connections = connections;
        this.callers = Math.min(connections, Runtime.getRuntime().availableProcessors());
    }

    /** Posts until the time is over or the stock is sold out, and adds what came of it. */
    void round(Target target, Stock stock, Duration time, Rounds rounds) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(callers));
        try {
            var start = System.nanoTime();
            var samples = new Samples();
            IntStream.range(0, callers)
                    .mapToObj(caller -> start(vertx, new Caller(target, share(caller), stock, start + time.toNanos())))
                    .toList()
                    .forEach(caller -> samples.addAll(caller.join()));
            rounds.add(samples, System.nanoTime() - start);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static CompletableFuture<Samples> start(Vertx vertx, Caller caller) {
        var deployed = vertx.deployVerticle(caller).toCompletionStage().toCompletableFuture();
        return deployed.thenCompose(id -> caller.done());
    }

    private int share(int caller) {
        return connections / callers + (caller < connections % callers ? 1 : 0);
    }
}
