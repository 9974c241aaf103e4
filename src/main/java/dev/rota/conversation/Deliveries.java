package dev.rota.conversation;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rota.desk.TriedAgain;
import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people see of the deliveries of the conversations that they may see. */
public interface Deliveries {

    /**
     * One page of deliveries, newest first.
     *
     * @param state null for any
     * @param downstream null for any
     * @param cursor {@link Page#next} of the page before; null for the first page
     * @throws UnknownCursor when the cursor comes from no page of such a list
     */
    Page<Delivery> list(
            @Nullable String state, @Nullable String downstream, @Nullable String cursor, int limit, Viewer viewer);

    /** One of them; empty when there is none that the viewer may see. */
    Optional<Delivery> find(long id, Viewer viewer);

    /**
     * The ids of those that are parked.
     *
     * @param downstream null for any
     */
    List<Long> parked(@Nullable String downstream, Viewer viewer);

    /**
     * How far the delivery of one assignment, message or status has come.
     *
     * @param conversation null for a copy of a webhook
     * @param kind a label of {@link dev.rota.desk.Delivery.Kind}
     * @param state {@code due}, {@code sending}, {@code done}, {@code parked} or {@code ambiguous}
     * @param nextAt when it is tried next; null unless it is due
     * @param again who had it tried again last; null when nobody had
     */
    record Delivery(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Long conversation,
            String downstream,
            String kind,
            String state,
            @Nullable String ticketId,
            @Nullable String link,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable String lastError,
            @Nullable TriedAgain again) {

        @Override
        public String toString() {
            return "Delivery[" + id + ", " + kind + ", " + state + "]";
        }
    }
}
