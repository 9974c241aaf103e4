package dev.rota.journal;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of an event that could not be handled: tried again, later, or parked with the reason. */
final class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    /** How often an event may fail by itself. */
    static final int MOST = 5;

    /** How often an engine may die while an event is in work. */
    static final int MOST_DEATHS = 3;

    private final Pending pending;
    private final TransactionTemplate transaction;

    Attempts(Pending pending, TransactionTemplate transaction) {
        this.pending = pending;
        this.transaction = transaction;
    }

    /**
     * After a failure.
     *
     * @return what to try again; nothing when it is parked
     */
    Optional<Task> after(Task task, Throwable failure) {
        if (Trouble.of(failure) == Trouble.PASSING) {
            return Optional.of(task.stumbled());
        }
        var failed = task.failed();
        log.warn(
                "journal: {} failed, attempt {} of {}: {}",
                task.event(),
                failed.attempts(),
                MOST,
                Trouble.describe(failure));
        try {
            return note(failed, failure);
        } catch (RuntimeException e) {
            log.warn("journal: the attempt of {} can't be noted ({})", task.event(), Trouble.describe(e));
            return Optional.of(task.stumbled());
        }
    }

    private Optional<Task> note(Task failed, Throwable failure) {
        if (failed.attempts() >= MOST) {
            park(failed, "failed " + MOST + " times, last with " + Trouble.describe(failure));
            return Optional.empty();
        }
        pending.postpone(failed);
        return Optional.of(failed);
    }

    /**
     * Before trying an event that was perhaps in work when an engine died: the attempt counts before it is made.
     *
     * @return what to try now; nothing when it is parked
     */
    Optional<Task> beforeSuspect(Task task) {
        if (task.attempts() >= MOST_DEATHS) {
            park(task, "an engine died " + MOST_DEATHS + " times while it was in work");
            return Optional.empty();
        }
        pending.postpone(task.suspected());
        return Optional.of(task);
    }

    private void park(Task task, String reason) {
        transaction.executeWithoutResult(status -> {
            if (!pending.complete(List.of(task.event())).isEmpty()) {
                pending.park(task.event(), reason, task.attempts());
            }
        });
    }
}
