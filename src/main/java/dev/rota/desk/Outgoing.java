package dev.rota.desk;

import java.util.List;

/** Takes deliveries into the outbox, within the transaction that is under way. */
@FunctionalInterface
public interface Outgoing {

    /** Stores each delivery once; one that is there already stays as it is. */
    void add(List<Delivery> deliveries);
}
