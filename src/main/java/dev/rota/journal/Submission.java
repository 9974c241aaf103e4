package dev.rota.journal;

import dev.rota.desk.Event;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Events that were handed in together.
 *
 * @param deadline when their sender is told that it failed, by {@link System#nanoTime()}
 * @param stored completes after the commit
 */
record Submission(List<Event> events, long bytes, long deadline, CompletableFuture<Void> stored) {

    /** What a row costs beside its body. */
    private static final int OVERHEAD = 200;

    static Submission of(List<Event> events, long deadline) {
        var bytes = events.stream()
                .mapToLong(event -> event.body().length + OVERHEAD)
                .sum();
        return new Submission(List.copyOf(events), bytes, deadline, new CompletableFuture<>());
    }

    boolean expired(long now) {
        return deadline - now <= 0;
    }

    /** Ends well without a reason. */
    void end(@Nullable JournalException reason) {
        if (reason == null) {
            stored.complete(null);
        } else {
            stored.completeExceptionally(reason);
        }
    }
}
