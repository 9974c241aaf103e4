package dev.rota.desk;

import java.util.List;

/** Takes deliveries into the outbox, within the transaction that is under way. */
public interface Outgoing {

    /** Stores each delivery once; one that is there already stays as it is. */
    void add(List<Delivery> deliveries);

    /**
     * Stores deliveries as brought, since it was their downstream that told us: it never hears its own news.
     *
     * @param downstream who told
     * @param reference of each kind, the epoch or the message
     */
    void known(String downstream, long conversation, long reference, Delivery.Kind... kinds);
}
