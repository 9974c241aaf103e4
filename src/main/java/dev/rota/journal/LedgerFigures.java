package dev.rota.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The balance: received = handled + parked + pending, in one snapshot.
 *
 * @param received distinct events that were acknowledged
 * @param oldestPendingSeconds how long the oldest event waits that is still to be handled, 0 when there is none
 */
public record LedgerFigures(
        long received, long handled, long parked, long pending, long oldestPendingSeconds, List<OfNumber> numbers) {

    public LedgerFigures {
        numbers = List.copyOf(numbers);
    }

    /**
     * The same of one number.
     *
     * @param number the {@code phone_number_id}, empty for events that name none
     * @param duplicate how often an event came that was there already; not among the received
     * @param oldestPendingSeconds how long the oldest event waits that is still to be handled, 0 when there is none
     * @param lastAt when something last came; null when nothing did, or not since that is noted
     */
    public record OfNumber(
            String number,
            long received,
            long duplicate,
            long handled,
            long parked,
            long pending,
            long oldestPendingSeconds,
            @Nullable Instant lastAt) {

        /** Whether every event that was received is accounted for. */
        public boolean balanced() {
            return received == handled + parked + pending;
        }
    }
}
