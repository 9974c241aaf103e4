package dev.rota.assignment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Those among whom the strategy decides.
 *
 * @param criteria what decides, the strongest first; at least one
 * @param wanted the skill that is asked for, in words; null when none is
 * @param candidates at least one, each with room
 * @param skilled whether all of them have the wanted skill
 * @param seed decides among equals
 */
record Field(
        List<Criterion> criteria,
        @Nullable String wanted,
        List<Candidate> candidates,
        boolean skilled,
        Instant at,
        long seed) {

    /** Those who will do, holders of the wanted skill before others. */
    static Field of(Work work, Rung rung, List<Candidate> admitted, Instant at, long seed) {
        var holders = admitted.stream().filter(rung::holds).toList();
        return new Field(
                Criterion.of(work.handout().strategy()),
                rung.skill() == null ? null : rung.wanted(),
                holders.isEmpty() ? admitted : holders,
                !holders.isEmpty(),
                at,
                seed);
    }

    Candidate choose() {
        return candidates.stream()
                .min(order().thenComparingLong(one -> draw(seed, one.name())).thenComparing(Candidate::name))
                .orElseThrow();
    }

    /** Why a candidate with room was chosen or not. */
    String why(Candidate one, Candidate chosen) {
        if (one.equals(chosen)) {
            return "chosen: " + rank() + drawn(chosen);
        }
        if (!candidates.contains(one)) {
            return "in, but without " + wanted + ", which " + chosen.name() + " has";
        }
        return criteria.stream()
                .filter(criterion -> criterion.order().compare(chosen, one) != 0)
                .findFirst()
                .map(criterion -> "in, but " + criterion.why(chosen, one, at))
                .orElseGet(() -> "in, but " + chosen.name() + " was drawn" + amongEquals(chosen));
    }

    /** What whoever is chosen is. */
    String rank() {
        var size = candidates.size();
        var rank = size == 1 ? "the only one with room" : criteria.get(0).rank() + " of " + size;
        if (wanted == null) {
            return rank;
        }
        if (!skilled) {
            return rank + ", none with " + wanted;
        }
        return size == 1 ? rank + " and " + wanted : rank + " with " + wanted;
    }

    private Comparator<Candidate> order() {
        return criteria.stream()
                .map(Criterion::order)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private String drawn(Candidate chosen) {
        return ties(chosen) > 1 ? ", drawn" + amongEquals(chosen) : "";
    }

    private String amongEquals(Candidate chosen) {
        var ties = ties(chosen);
        return criteria.size() == 1
                ? " among " + ties + " with " + chosen.weight() + " open"
                : " among " + ties + " equals";
    }

    private long ties(Candidate chosen) {
        var order = order();
        return candidates.stream()
                .filter(one -> order.compare(one, chosen) == 0)
                .count();
    }

    /** A lot that depends on nothing but seed and name: the finalizer of SplitMix64. */
    private static long draw(long seed, String name) {
        var lot = (seed ^ (name.hashCode() * 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
        lot = (lot ^ (lot >>> 27)) * 0x94D049BB133111EBL;
        return lot ^ (lot >>> 31);
    }
}
