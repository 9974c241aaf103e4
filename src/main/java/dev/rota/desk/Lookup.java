package dev.rota.desk;

import java.time.Duration;
import java.util.Map;

/**
 * Somebody outside who is asked before a decision.
 *
 * @param kamelet the file in {@code routes/downstream/} that asks, without its ending
 * @param with the parameters of that file, secrets among them
 * @param deadline how long the decision waits for the answer
 * @param keep how long an answer is used again; zero for not at all
 * @param parallel how many questions may be under way at once
 */
public record Lookup(String kamelet, Map<String, String> with, Duration deadline, Duration keep, int parallel) {

    public Lookup {
        with = Map.copyOf(with);
    }

    @Override
    public String toString() {
        return "Lookup[" + kamelet + "]";
    }
}
