package dev.rota.conversation;

import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of the deliveries that a viewer may see has not arrived, and how much has. */
public interface DeliveryBoard {

    /**
     * What is under way or stuck, by downstream; also those to which all of today has been delivered.
     *
     * @param today when this day began
     */
    List<OfDownstream> byDownstream(Instant today, Viewer viewer);

    /**
     * One page of what has not arrived, newest first.
     *
     * @param how null for any
     * @param downstream null for any
     * @param cursor {@link Page#next} of the page before; null for the first page
     * @throws UnknownCursor when the cursor comes from no page of such a list
     */
    Page<Line> list(@Nullable How how, @Nullable String downstream, @Nullable String cursor, int limit, Viewer viewer);

    /** How it is with a delivery that has not arrived. */
    enum How {
        /** It is brought for the first time. */
        DUE("d.state IN ('due', 'sending') AND d.last_error IS NULL"),
        /** It failed and is tried again. */
        AGAIN("d.state IN ('due', 'sending') AND d.last_error IS NOT NULL"),
        /** It was given up. */
        PARKED("d.state = 'parked'"),
        /** Nobody knows whether it arrived. */
        AMBIGUOUS("d.state = 'ambiguous'");

        /** A condition on {@code delivery d}. */
        final String condition;

        How(String condition) {
            this.condition = condition;
        }

        /** The name used in addresses and words. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that label. */
        public static Optional<How> of(String label) {
            return Arrays.stream(values())
                    .filter(one -> one.label().equals(label))
                    .findAny();
        }
    }

    /**
     * A downstream.
     *
     * @param delivered how many have arrived today
     * @param reason why the newest of those that failed did; null when none did
     */
    record OfDownstream(
            String downstream, int due, int again, int parked, int ambiguous, int delivered, @Nullable String reason) {}

    /**
     * A delivery.
     *
     * @param protocol of its conversation; null for a copy
     */
    record Line(Deliveries.Delivery delivery, @Nullable String protocol) {}
}
