package dev.rota.desk;

import java.util.Set;

/**
 * By what a customer can be found again in what is stored.
 *
 * @param customer the customer's id here
 * @param ids what Meta knows the customer by, of all kinds, those that are not the customer's any more too
 * @param conversations all of the customer's
 * @param wamids the messages in them, both ways
 * @param events their places in the journal, as far as they became messages
 */
public record Traces(long customer, Set<String> ids, Set<Long> conversations, Set<String> wamids, Set<Long> events) {

    public Traces {
        ids = Set.copyOf(ids);
        conversations = Set.copyOf(conversations);
        wamids = Set.copyOf(wamids);
        events = Set.copyOf(events);
    }

    @Override
    public String toString() {
        return "Traces[" + customer + "]";
    }
}
