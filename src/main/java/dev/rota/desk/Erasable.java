package dev.rota.desk;

import java.util.Map;
import java.util.Optional;

/** What an edge keeps of customers, and can take out again. */
public interface Erasable {

    /** Why it can't be done at this moment, in a sentence; nothing when it can. */
    Optional<String> obstacle(Traces traces);

    /**
     * Takes out what the customer said and is called; the rows stay, for counts. Done again, it does nothing more.
     *
     * @return how many rows lost something, by table
     */
    Map<String, Integer> erase(Traces traces);
}
