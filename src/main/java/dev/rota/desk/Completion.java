package dev.rota.desk;

import java.util.List;
import java.util.Set;

/** Marks events as done, within the transaction that is under way. */
public interface Completion {

    /**
     * Takes events off the work still to do.
     *
     * @return the ids of those that this engine still held; the effects of any other must not be written
     */
    Set<Long> complete(List<Event> events);

    /** Keeps an event that can't be handled, with the reason; it is completed all the same. */
    void park(Event event, String reason);
}
