package dev.rota.flow.lookup;

import dev.rota.desk.WorkThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads of those who are asked; there are none before the first question. */
final class LookupThreads implements AutoCloseable {

    private final ExecutorService asking = Executors.newCachedThreadPool(WorkThreads.named("lookup"));
    private final ExecutorService after = Executors.newFixedThreadPool(
            2 * Runtime.getRuntime().availableProcessors(), WorkThreads.named("looked-up"));

    /** Those that may be blocked by whoever is asked. */
    Executor asking() {
        return asking;
    }

    /** Those on which messages go on: neither the ones that wait for answers, nor the one that times them. */
    Executor after() {
        return after;
    }

    @Override
    public void close() {
        asking.shutdownNow();
        after.shutdown();
    }
}
