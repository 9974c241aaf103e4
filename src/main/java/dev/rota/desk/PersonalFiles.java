package dev.rota.desk;

import java.util.Map;
import java.util.Optional;

/** Finds a customer's traces, and closes the file for good. */
public interface PersonalFiles {

    /** The customer of that id, phone number or id of Meta's; nothing when there is none. */
    Optional<Traces> find(String customer);

    /**
     * Takes out what the conversations say and the customer is called, and notes who did it. It comes last: until then
     * the customer can be found again.
     *
     * @param counts what the others took out
     * @return how many rows lost something, by table, with those
     */
    Map<String, Integer> close(Traces traces, Map<String, Integer> counts, Viewer by);
}
