package dev.rota.assignment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The choice of one responsible agent, by what the queue says of handing out.
 *
 * <p>Out is who is not at work or has no room. While it may be waited for, whoever had the customer's last conversation
 * goes before all. Else the ladder of skills says who will do by now, holders of the wanted skill go before others, the
 * strategy picks, and the seed draws among equals.
 */
public final class Choice {

    private Choice() {}

    /**
     * Chooses one responsible agent, or says why the work waits; equal questions have equal answers.
     *
     * @param candidates the agents of the queue's teams, in any order
     * @param at the time of the choice, by which the work has waited
     * @param seed decides among equals
     */
    public static Outcome choose(Work work, List<Candidate> candidates, Instant at, long seed) {
        var byName = candidates.stream()
                .sorted(Comparator.comparing(Candidate::name))
                .toList();
        return new Selection(work, byName, at, seed).outcome();
    }
}
