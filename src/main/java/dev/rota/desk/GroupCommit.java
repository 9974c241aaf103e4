package dev.rota.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * Commits items in groups, on one thread: whatever came while the last commit ran, or until it was time for the next, goes
 * into the next one. A group that fails is committed item by item, so that one bad item costs no other.
 */
public final class GroupCommit<T> implements AutoCloseable {

    private final LinkedBlockingQueue<Entry<T>> entries = new LinkedBlockingQueue<>();
    private final Tempo tempo;
    private final Consumer<List<T>> commit;
    private final int largestGroup;
    private final Thread thread;

    /** Prepares a committer that never lingers; it works after {@link #start}. */
    public GroupCommit(ThreadFactory threads, int largestGroup, Consumer<List<T>> commit) {
        this(threads, largestGroup, Gathering.NONE, commit);
    }

    /**
     * Prepares a committer; it works after {@link #start}.
     *
     * @param threads makes the one thread
     * @param gathering how far apart commits are
     * @param commit writes a group in one transaction, or throws and has written nothing
     */
    public GroupCommit(ThreadFactory threads, int largestGroup, Gathering gathering, Consumer<List<T>> commit) {
        this.tempo = new Tempo(gathering);
        this.commit = commit;
        this.largestGroup = largestGroup;
        this.thread = threads.newThread(this::run);
    }

    /** Begins to commit. */
    public void start() {
        thread.start();
    }

    /** Commits an item; the future completes after the commit, or fails with what the commit threw. */
    public CompletableFuture<Void> add(T item) {
        var entry = new Entry<>(item, new CompletableFuture<Void>());
        entries.add(entry);
        return entry.done;
    }

    /** Ends after the commit under way; what has not been committed fails with {@link TryAgain}. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var group = new ArrayList<Entry<T>>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                group.add(entries.take());
                tempo.await(entries::size);
                entries.drainTo(group, largestGroup - 1);
                commit(group);
                group.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        entries.drainTo(group);
        group.forEach(entry -> entry.done.completeExceptionally(new TryAgain("the engine is stopping")));
    }

    private void commit(List<Entry<T>> group) {
        try {
            commit.accept(group.stream().map(Entry::item).toList());
            group.forEach(entry -> entry.done.complete(null));
        } catch (RuntimeException
                | Error e) { // an item that overflows the stack must not end the thread for all others
            if (group.size() == 1) {
                group.get(0).done.completeExceptionally(e);
            } else {
                group.forEach(entry -> commit(List.of(entry)));
            }
        }
    }

    private record Entry<T>(T item, CompletableFuture<Void> done) {}
}
