package dev.rota.journal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Runs the events that were perhaps in work when an engine died one at a time, so that one that kills the engine is
 * found and its neighbours are not parked with it.
 */
final class Suspects {

    private final Executor workers;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    Suspects(Executor workers) {
        this.workers = workers;
    }

    /** Begins the work when the one before has ended, however it ended. */
    synchronized CompletableFuture<Void> inTurn(Supplier<CompletableFuture<Void>> work) {
        var mine = last.thenComposeAsync(ended -> work.get(), workers);
        last = mine.exceptionally(failure -> null);
        return mine;
    }
}
