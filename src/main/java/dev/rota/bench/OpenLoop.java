package dev.rota.bench;

import dev.rota.whatsapp.simulated.SignedWebhook;
import io.vertx.core.Vertx;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Posts at a fixed rate, whether answers come or not; every time counts from the instant that the rate asked for. */
final class OpenLoop {

    private static final int OK = 200;
    private static final int CONNECTIONS = 256;

    /** Beyond these the generator waits, and the waiting is charged to the door. */
    private static final int MOST_UNANSWERED = 20_000;

    private final Vertx vertx;
    private final Posts posts;
    private final long interval;
    private final Samples samples = new Samples();
    private final Samples late = new Samples();

    OpenLoop(Vertx vertx, Target target, int rate) {
        this.vertx = vertx;
        this.posts = new Posts(vertx, target, CONNECTIONS);
        this.interval = TimeUnit.SECONDS.toNanos(1) / rate;
    }

    /**
     * Posts so many, and waits for the answers; each is taken shortly before it is due.
     *
     * @return the {@link System#nanoTime} at which each should be sent
     */
    long[] post(Supplier<SignedWebhook> webhooks, int count) {
        var context = vertx.getOrCreateContext();
        var free = new Semaphore(MOST_UNANSWERED);
        var scheduled = new long[count];
        var start = System.nanoTime();
        for (int place = 0; place < count; place++) {
            var webhook = webhooks.get();
            var sendAt = start + place * interval;
            scheduled[place] = sendAt;
            await(sendAt);
            free.acquireUninterruptibly();
            context.runOnContext(go -> post(webhook, sendAt, free));
        }
        free.acquireUninterruptibly(MOST_UNANSWERED);
        return scheduled;
    }

    /** The times until the door's 200; complete when all is posted. */
    Samples acknowledged() {
        return samples;
    }

    /** How long after its instant each was sent, for want of processor time or of answers; part of the times above. */
    Samples late() {
        return late;
    }

    private void post(SignedWebhook webhook, long sendAt, Semaphore free) {
        late.add(System.nanoTime() - sendAt, true);
        posts.post(webhook).onComplete(answer -> {
            samples.add(System.nanoTime() - sendAt, answer.succeeded() && answer.result() == OK);
            free.release();
        });
    }

    private static void await(long sendAt) {
        for (var left = sendAt - System.nanoTime(); left > 0; left = sendAt - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
