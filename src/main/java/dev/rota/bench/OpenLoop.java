package dev.rota.bench;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Posts at a fixed rate, whether answers come or not; every time counts from the instant that the rate asked for. */
final class OpenLoop {

    private static final int OK = 200;
    private static final int CONNECTIONS = 256;

    private final Vertx vertx;
    private final Posts posts;
    private final long interval;
    private final Samples samples = new Samples();

    OpenLoop(Vertx vertx, Target target, int rate) {
        this.vertx = vertx;
        this.posts = new Posts(vertx, target, CONNECTIONS);
        this.interval = TimeUnit.SECONDS.toNanos(1) / rate;
    }

    /**
     * Posts all, and waits for the answers.
     *
     * @return the {@link System#nanoTime} at which each should be sent
     */
    List<Long> post(List<Webhooks.Message> messages) {
        var context = vertx.getOrCreateContext();
        var answers = new ArrayList<CompletableFuture<Void>>();
        var scheduled = new ArrayList<Long>();
        var due = System.nanoTime();
        for (var message : messages) {
            var sendAt = due;
            var answered = new CompletableFuture<Void>();
            await(sendAt);
            context.runOnContext(go -> post(message, sendAt, answered));
            scheduled.add(sendAt);
            answers.add(answered);
            due += interval;
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new)).join();
        return scheduled;
    }

    /** The times until the door's 200; complete when all is posted. */
    Samples acknowledged() {
        return samples;
    }

    private void post(Webhooks.Message message, long sendAt, CompletableFuture<Void> answered) {
        posts.post(message.webhook()).onComplete(answer -> {
            samples.add(System.nanoTime() - sendAt, answer.succeeded() && answer.result() == OK);
            answered.complete(null);
        });
    }

    private static void await(long sendAt) {
        for (var left = sendAt - System.nanoTime(); left > 0; left = sendAt - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
