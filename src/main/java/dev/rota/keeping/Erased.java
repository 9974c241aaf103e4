package dev.rota.keeping;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was erased.
 *
 * @param customer the customer's id here
 * @param counts how many rows lost something, by table
 */
public record Erased(String customer, Map<String, Integer> counts) {

    public Erased {
        counts = new TreeMap<>(counts);
    }
}
