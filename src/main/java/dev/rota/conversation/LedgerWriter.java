package dev.rota.conversation;

import dev.rota.desk.Effects;
import dev.rota.desk.Gathering;
import dev.rota.desk.GroupCommit;
import dev.rota.desk.Heard;
import dev.rota.desk.TryAgain;
import dev.rota.desk.WorkThreads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits the effects of events, those of many lanes in one transaction; statuses apart, since they take a fraction of
 * the time and would wait for the others.
 *
 * <p>Completing an event and writing its effects is one transaction, so an event whose commit seemed to fail but did not
 * finds itself completed when it is tried again, and has no effect twice.
 */
public final class LedgerWriter implements AutoCloseable {

    private static final int LARGEST_GROUP = 256;

    private final TransactionTemplate transaction;
    private final GroupWriter writer;
    private final GroupCommit<Effects> commits;
    private final GroupCommit<Effects> statuses;

    LedgerWriter(TransactionTemplate transaction, GroupWriter writer, Gathering gathering) {
        this.transaction = transaction;
        this.writer = writer;
        this.commits = committer("rota-ledger", gathering);
        this.statuses = committer("rota-ledger-statuses", Gathering.NONE); // they come together
    }

    private GroupCommit<Effects> committer(String name, Gathering gathering) {
        return new GroupCommit<>(WorkThreads.named(name), LARGEST_GROUP, gathering, this::write);
    }

    void start() {
        commits.start();
        statuses.start();
    }

    /**
     * Commits the effects of an event.
     *
     * @return completes when they are committed; fails with {@link TryAgain} when the event must be worked off anew
     */
    public CompletableFuture<Void> commit(Effects effects) {
        return commits.add(effects);
    }

    /**
     * Commits the effects of many statuses.
     *
     * @return completes when all are committed; fails when one of them is not
     */
    public CompletableFuture<Void> commitAll(List<? extends Heard> heard) {
        return CompletableFuture.allOf(
                heard.stream().map(each -> statuses.add((Effects) each)).toArray(CompletableFuture<?>[]::new));
    }

    @Override
    public void close() {
        commits.close();
        statuses.close();
    }

    private void write(List<Effects> group) {
        try {
            transaction.executeWithoutResult(status -> writer.write(group));
        } catch (DuplicateKeyException e) {
            throw new TryAgain("another message wrote the same at the same time", e);
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | DataAccessResourceFailureException
                | TransactionException e) {
            throw new TryAgain("the database was away", e);
        }
    }
}
