package dev.rota.panel;

import dev.rota.conversation.Deliveries.Delivery;
import dev.rota.conversation.DeliveryBoard;
import dev.rota.conversation.DeliveryBoard.How;
import dev.rota.downstream.back.ParkedCallbacks;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the page of deliveries shows.
 *
 * @param state the label that narrows it; empty for none
 * @param downstream the name that narrows it; empty for none
 * @param next the cursor of the page after this one; null on the last
 * @param told what downstreams told and nobody could do, if the reader may see it
 * @param effect what trying all again would do; null when nobody asks
 * @param brings whether the reader may have deliveries tried again
 * @param handles whether also what downstreams told
 */
record DeliveriesView(
        String state,
        String downstream,
        List<DeliveryBoard.OfDownstream> downstreams,
        List<Line> lines,
        @Nullable String next,
        List<Told> told,
        List<Lately> lately,
        @Nullable Effect effect,
        boolean brings,
        boolean handles) {

    /** The states that narrow it, in the order of a delivery's life. */
    public List<String> states() {
        return List.of(How.DUE.label(), How.AGAIN.label(), How.PARKED.label(), How.AMBIGUOUS.label());
    }

    /** Whether anything has not arrived. */
    public boolean stuck() {
        return downstreams.stream().anyMatch(one -> one.parked() > 0);
    }

    /**
     * What trying all again would do.
     *
     * @param told whether it is about what downstreams told, not about deliveries
     */
    record Effect(boolean told, int count) {}

    /**
     * A delivery.
     *
     * @param state the label of how it is
     * @param next the hour of the next attempt; null when there is none
     * @param again who had it tried again last; null when nobody had
     * @param retryable whether it can be tried again by hand
     */
    record Line(
            Delivery delivery,
            @Nullable String protocol,
            String state,
            @Nullable String next,
            @Nullable Lately again,
            boolean retryable) {

        static Line of(DeliveryBoard.Line one, Set<Long> retryable, FloorTimes times, @Nullable Lately again) {
            var delivery = one.delivery();
            return new Line(
                    delivery,
                    one.protocol(),
                    how(delivery).label(),
                    times.hour(delivery.nextAt()),
                    again,
                    retryable.contains(delivery.id()));
        }

        private static How how(Delivery delivery) {
            return switch (delivery.state()) {
                case "parked" -> How.PARKED;
                case "ambiguous" -> How.AMBIGUOUS;
                default -> delivery.lastError() == null ? How.DUE : How.AGAIN;
            };
        }
    }

    /** What a downstream told, without what it says. */
    record Told(ParkedCallbacks.Parked callback, String age, @Nullable Lately again) {

        static Told of(ParkedCallbacks.Parked one, Instant now, @Nullable Lately again) {
            return new Told(one, Ages.between(one.receivedAt(), now), again);
        }
    }
}
