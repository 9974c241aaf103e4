package dev.rota.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to bring a delivery to its downstream.
 *
 * @param lease proves that the attempt is still ours when its outcome is written
 * @param conversation null for a {@link Copy}
 * @param attempt counts from 1
 * @param superseded whether the downstream has the ticket and is told a later state of it, so that this one needs not be told
 */
public record Dispatch(
        long delivery,
        UUID lease,
        String downstream,
        @Nullable Long conversation,
        Delivery.Kind kind,
        long reference,
        int attempt,
        boolean superseded,
        Command command) {

    /** The adapter that carries it out: replies of all numbers go through one. */
    public String adapter() {
        return kind == Delivery.Kind.REPLY ? "whatsapp" : downstream;
    }

    /** Camel asks each body for it at each step that looks into it, so it must not go deep. */
    @Override
    public int hashCode() {
        return Long.hashCode(delivery);
    }

    @Override
    public String toString() {
        return "Dispatch[" + delivery + " to " + downstream + ", attempt " + attempt + "]";
    }
}
