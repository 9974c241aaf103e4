package dev.rota.downstream;

import dev.rota.desk.Backoff;
import dev.rota.desk.Delivery.Kind;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Dispatch;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt makes of its delivery.
 *
 * @param state of the delivery: {@code due} again, {@code done}, {@code parked} or {@code ambiguous}
 * @param notBefore when it may be tried again
 * @param closed whether no other delivery could have been brought either
 * @param error the reason in a sentence, null when it is done
 */
record Settlement(
        Dispatch dispatch,
        String state,
        Instant notBefore,
        @Nullable String outcome,
        @Nullable String id,
        @Nullable String link,
        boolean closed,
        @Nullable String error) {

    static Settlement of(Dispatch dispatch, DeliveryOutcome outcome, Instant now, Backoff backoff) {
        if (outcome instanceof Delivered done) {
            return new Settlement(dispatch, "done", now, done.outcome(), done.id(), done.link(), false, null);
        }
        if (outcome instanceof Refused refused) {
            return new Settlement(dispatch, "parked", now, null, null, null, false, refused.reason());
        }
        if (outcome instanceof Ambiguous ambiguous && (dispatch.kind() == Kind.REPLY || !ambiguous.repeatable())) {
            return new Settlement(dispatch, "ambiguous", now, null, null, null, false, ambiguous.reason());
        }
        if (outcome instanceof Closed closed) {
            return new Settlement(dispatch, "due", now, null, null, null, true, closed.reason());
        }
        var pause = backoff.after(dispatch.attempt());
        if (outcome instanceof Retry retry) {
            return again(dispatch, now.plus(longer(pause, retry.after())), retry.reason());
        }
        return again(dispatch, now.plus(pause), ((Ambiguous) outcome).reason());
    }

    boolean isReply() {
        return dispatch.kind() == Kind.REPLY;
    }

    private static Settlement again(Dispatch dispatch, Instant notBefore, String reason) {
        return new Settlement(dispatch, "due", notBefore, null, null, null, false, reason);
    }

    private static Duration longer(Duration pause, @Nullable Duration asked) {
        return asked == null || asked.compareTo(pause) < 0 ? pause : asked;
    }
}
