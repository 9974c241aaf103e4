package dev.rota.journal;

import dev.rota.desk.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Stores events durably, each once, many in one commit. */
public final class Journal {

    static final long QUEUED_EVENTS = 20_000;
    static final long QUEUED_BYTES = 64L << 20;

    /** Meta counts an answer above some seconds as a failure; the rest is for the way. */
    static final Duration PATIENCE = Duration.ofMillis(1800);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Intake intake;
    private final Writer writer;
    private final Membership membership;
    private @Nullable ExecutorService deadlines;
    private @Nullable Thread thread;

    Journal(Intake intake, Writer writer, Membership membership) {
        this.intake = intake;
        this.writer = writer;
        this.membership = membership;
    }

    /**
     * Registers this engine with the others and begins to store. Events must not be acknowledged before it returns: the
     * others would hand over theirs in memory, past ours.
     */
    public synchronized void start() {
        membership.start();
        thread = Daemons.start("journal-writer", writer);
        deadlines = Daemons.every(BETWEEN_LOOKS, "journal-deadlines", this::failLate);
    }

    /**
     * Stores events; those that are known already are counted and change nothing.
     *
     * @return completes after the commit; within two seconds with a {@link JournalException} when they may not be stored
     */
    public CompletableFuture<Void> append(List<Event> events) {
        if (events.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        var submission = Submission.of(events, System.nanoTime(), PATIENCE);
        if (!intake.offer(submission)) {
            submission.end(new JournalException("journal: too many events wait to be stored, this one is refused"));
        }
        return submission.stored();
    }

    private void failLate() {
        var now = System.nanoTime();
        var late = new JournalException("journal: not stored within " + PATIENCE + ", the database does not answer");
        intake.expired(now).forEach(submission -> submission.end(late));
        writer.inWork().stream()
                .filter(submission -> submission.expired(now))
                .forEach(submission -> submission.end(late));
    }

    /** Stores what has been handed in, takes no more, and takes leave of the other engines. */
    public synchronized void stop() {
        intake.close();
        if (thread != null) {
            try {
                thread.join(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (deadlines != null) {
            deadlines.shutdownNow();
        }
        membership.stop();
    }
}
