package dev.rota.whatsapp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rota.desk.Signal;
import dev.rota.desk.Signals;
import dev.rota.desk.WorkSource;
import dev.rota.desk.WorkThreads;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out signs to customers, one after the other and each once: they are worth nothing later, so those that find no
 * room, or fail, are dropped.
 */
public final class DueSignals implements WorkSource<Signal, Object>, Signals {

    private static final Logger log = LoggerFactory.getLogger(DueSignals.class);

    private static final int MOST_WAITING = 200;
    private static final int MOST_REMEMBERED = 50_000;

    /** Meta shows that somebody is typing for 25 s. */
    private static final Duration TYPING_LASTS = Duration.ofSeconds(20);

    private final BlockingQueue<Signal> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Cache<String, Boolean> read =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private final Cache<String, Boolean> typing;
    private @Nullable Thread thread;

    DueSignals(Ticker ticker) {
        this.typing = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(TYPING_LASTS)
                .ticker(ticker)
                .build();
    }

    @Override
    public void give(Signal signal) {
        if (isNew(signal) && !waiting.offer(signal)) {
            log.debug("{} is dropped: too many are waiting", signal);
        }
    }

    /** Whoever is typing has read, too. */
    private boolean isNew(Signal signal) {
        if (signal.typing()) {
            read.put(signal.wamid(), true);
            return typing.asMap().putIfAbsent(signal.wamid(), true) == null;
        }
        return read.asMap().putIfAbsent(signal.wamid(), true) == null;
    }

    @Override
    public synchronized void start(Function<Signal, CompletableFuture<Object>> work) {
        thread = WorkThreads.named("rota-signals").newThread(() -> giveAll(work));
        thread.start();
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void giveAll(Function<Signal, CompletableFuture<Object>> work) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                giveOne(waiting.take(), work);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void giveOne(Signal signal, Function<Signal, CompletableFuture<Object>> work) {
        try {
            work.apply(signal).join();
        } catch (CompletionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            log.debug("{} was not given ({})", signal, cause.getClass().getSimpleName());
        }
    }
}
