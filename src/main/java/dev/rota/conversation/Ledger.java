package dev.rota.conversation;

import dev.rota.desk.Effects;
import dev.rota.desk.TryAgain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits the effects of events in groups: whatever came while the last commit ran goes into the next one.
 *
 * <p>Completing an event and writing its effects is one transaction, so an event whose commit seemed to fail but did not
 * finds itself completed when it is tried again, and has no effect twice.
 */
public final class Ledger implements AutoCloseable {

    private static final int LARGEST_GROUP = 256;

    private final LinkedBlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    private final TransactionTemplate transaction;
    private final GroupWriter writer;
    private final Thread thread;

    Ledger(TransactionTemplate transaction, GroupWriter writer) {
        this.transaction = transaction;
        this.writer = writer;
        this.thread = new Thread(this::run, "rota-ledger");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /**
     * Commits the effects of an event.
     *
     * @return completes when they are committed; fails with {@link TryAgain} when the event must be worked off anew
     */
    public CompletableFuture<Void> commit(Effects effects) {
        var entry = new Entry(effects, new CompletableFuture<>());
        entries.add(entry);
        return entry.done;
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void run() {
        var group = new ArrayList<Entry>();
        try {
            while (true) {
                group.add(entries.take());
                entries.drainTo(group, LARGEST_GROUP - 1);
                commit(List.copyOf(group));
                group.clear();
            }
        } catch (InterruptedException e) {
            entries.drainTo(group);
            group.forEach(entry -> entry.done.completeExceptionally(new TryAgain("the engine is stopping", e)));
        }
    }

    private void commit(List<Entry> group) {
        try {
            transaction.executeWithoutResult(
                    status -> writer.write(group.stream().map(Entry::effects).toList()));
            group.forEach(entry -> entry.done.complete(null));
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.get(0).done.completeExceptionally(translated(e));
            } else {
                group.forEach(entry -> commit(List.of(entry)));
            }
        }
    }

    private static RuntimeException translated(RuntimeException failure) {
        if (failure instanceof DuplicateKeyException) {
            return new TryAgain("another message wrote the same at the same time", failure);
        }
        if (failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransactionException) {
            return new TryAgain("the database was away", failure);
        }
        return failure;
    }

    private record Entry(Effects effects, CompletableFuture<Void> done) {}
}
