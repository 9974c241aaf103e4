package dev.rota.desk;

import java.util.UUID;

/**
 * One attempt to bring a delivery to its downstream.
 *
 * @param lease proves that the attempt is still ours when its outcome is written
 * @param attempt counts from 1
 * @param command what the adapter is to carry out: a {@link Ticket} or a {@link Reply}
 */
public record Dispatch(
        long delivery,
        UUID lease,
        String downstream,
        long conversation,
        Delivery.Kind kind,
        long reference,
        int attempt,
        Object command) {

    @Override
    public String toString() {
        return "Dispatch[" + delivery + " to " + downstream + ", attempt " + attempt + "]";
    }
}
