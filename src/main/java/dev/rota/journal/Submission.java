package dev.rota.journal;

import dev.rota.desk.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Events that were handed in together.
 *
 * @param since when they were handed in, by {@link System#nanoTime()}
 * @param patience how long their sender waits, in nanoseconds
 * @param stored completes after the commit
 */
record Submission(List<Event> events, long bytes, long since, long patience, CompletableFuture<Void> stored) {

    /** What a row costs beside its body. */
    private static final int OVERHEAD = 200;

    static Submission of(List<Event> events, long since, Duration patience) {
        var bytes = events.stream()
                .mapToLong(event -> event.body().length + OVERHEAD)
                .sum();
        return new Submission(List.copyOf(events), bytes, since, patience.toNanos(), new CompletableFuture<>());
    }

    boolean expired(long now) {
        return now - since >= patience;
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
