package dev.rota.flow.http;

import dev.rota.desk.Event;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A journal in memory that commits when the test says so. */
public final class FakeJournal {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile Supplier<CompletableFuture<Void>> commit = () -> CompletableFuture.completedFuture(null);

    /** What the route calls. */
    public CompletableFuture<Void> append(List<Event> appended) {
        events.addAll(appended);
        return commit.get();
    }

    List<Event> events() {
        return events;
    }

    /** Begins anew, and commits at once. */
    void forget() {
        events.clear();
        commit = () -> CompletableFuture.completedFuture(null);
    }

    void commitsBy(Supplier<CompletableFuture<Void>> outcome) {
        commit = outcome;
    }
}
