package dev.rota.downstream.back;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rota.desk.Company;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.TryAgain;
import dev.rota.downstream.Errands;
import dev.rota.downstream.Undelivered;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Says what becomes of a callback that failed: it is tried again, or parked with a sentence that names who and what helps. */
final class FailedCallbacks {

    private static final Logger log = LoggerFactory.getLogger(FailedCallbacks.class);
    private static final int ATTEMPTS = 8;
    private static final Duration SHORT = Duration.ofSeconds(1);

    /** As long as the outbox waits for a downstream. */
    private static final Duration PATIENCE = Duration.ofDays(3);

    private final Callbacks callbacks;
    private final Supplier<Company> company;
    private final Clock clock;

    FailedCallbacks(Callbacks callbacks, Supplier<Company> company, Clock clock) {
        this.callbacks = callbacks;
        this.company = company;
        this.clock = clock;
    }

    void end(Callback callback, Throwable thrown) {
        var failure = rootOf(thrown);
        if (isPassing(failure)) {
            callbacks.again(callback, SHORT, "the conversation or the database was busy", false);
        } else if (failure instanceof Undelivered undelivered) {
            unanswered(callback, Errands.naming(callback.downstream(), undelivered.outcome()));
        } else if (failure instanceof NotNews not) {
            park(callback, unreadable(callback, String.valueOf(not.getMessage())));
        } else if (failure instanceof JsonProcessingException) {
            park(callback, unreadable(callback, failure.getClass().getSimpleName()));
        } else {
            var reason =
                    unreadable(callback, "it failed with " + failure.getClass().getSimpleName());
            if (callback.attempt() >= ATTEMPTS) {
                park(callback, reason);
            } else {
                callbacks.again(callback, pause(callback), reason, true);
            }
        }
    }

    /** The downstream was asked for more than its call says, and that came to nothing. */
    private void unanswered(Callback callback, DeliveryOutcome outcome) {
        if (outcome instanceof Retry retry) {
            later(callback, retry.reason(), retry.after());
        } else if (outcome instanceof Closed closed) {
            later(callback, closed.reason(), closed.after());
        } else if (outcome instanceof Refused refused) {
            park(callback, refused.reason() + replay(callback));
        } else if (outcome instanceof Ambiguous ambiguous) {
            park(callback, ambiguous.reason() + replay(callback));
        } else {
            throw new IllegalStateException(Delivered.class.getSimpleName() + " is no failure");
        }
    }

    private void later(Callback callback, String reason, @Nullable Duration after) {
        if (callback.receivedAt().plus(PATIENCE).isAfter(clock.instant())) {
            callbacks.again(callback, Objects.requireNonNullElse(after, pause(callback)), reason, true);
        } else {
            park(callback, reason + replay(callback));
        }
    }

    private static Duration pause(Callback callback) {
        return SHORT.multipliedBy(1L << Math.min(callback.attempt(), ATTEMPTS));
    }

    /** Whose call it was, what about it can't be read, and where that is put right. */
    private String unreadable(Callback callback, String what) {
        return callback.downstream() + " told what can't be read: " + what + "; correct " + file(callback)
                + replay(callback);
    }

    private static String replay(Callback callback) {
        return "; then POST /api/callbacks/" + callback.id() + "/replay";
    }

    private String file(Callback callback) {
        var downstream = company.get().downstreams().get(callback.downstream());
        var back = downstream == null ? null : downstream.back();
        var way = back == null ? null : callback.polled() ? back.polls() : back.calls();
        return way == null
                ? "'back' of it in config/downstreams.yaml"
                : "routes/downstream/" + way.kamelet() + ".kamelet.yaml";
    }

    private void park(Callback callback, String reason) {
        log.warn("{} is parked: {}", callback, reason);
        callbacks.park(callback, reason);
    }

    /** The first cause that says whose fault it was, else the last one. */
    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (!isTelling(root) && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static boolean isTelling(Throwable failure) {
        return failure instanceof NotNews || failure instanceof Undelivered || isPassing(failure);
    }

    /** What is no fault of the callback, and is over later. */
    private static boolean isPassing(Throwable failure) {
        return failure instanceof TryAgain
                || failure instanceof DataAccessException
                || failure instanceof TransactionException;
    }
}
