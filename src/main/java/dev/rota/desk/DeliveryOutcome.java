package dev.rota.desk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt to bring a delivery to its downstream: the closed list that every adapter answers with. */
public sealed interface DeliveryOutcome {

    /**
     * It is there.
     *
     * @param id the ticket's id there; Meta's id of a reply
     * @param outcome {@code created}, {@code existing}, {@code changed}, or {@code superseded} by a later state
     */
    record Delivered(@Nullable String id, @Nullable String link, String outcome) implements DeliveryOutcome {
        @Override
        public String toString() {
            return "Delivered[" + outcome + "]";
        }
    }

    /**
     * It is not there, and may be later.
     *
     * @param after how long this delivery is to wait, where that is known; the channel goes on with others
     */
    record Retry(String reason, @Nullable Duration after) implements DeliveryOutcome {}

    /**
     * It is not there, and no other delivery would be either: the downstream as a whole can't be used.
     *
     * @param reason what is wrong, and what mends it
     * @param after how long the downstream asked to be left alone, or null
     */
    record Closed(String reason, @Nullable Duration after) implements DeliveryOutcome {}

    /** It is not there, and the same request never will be. */
    record Refused(String reason) implements DeliveryOutcome {}

    /**
     * It may be there: the request went out and no answer came.
     *
     * @param repeatable whether another attempt finds out, or does no harm
     */
    record Ambiguous(String reason, boolean repeatable) implements DeliveryOutcome {

        /** Something of which another attempt finds out whether it is there. */
        public Ambiguous(String reason) {
            this(reason, true);
        }
    }
}
