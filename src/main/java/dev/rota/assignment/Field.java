package dev.rota.assignment;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Those among whom load decides.
 *
 * @param skill the wanted skill, or null
 * @param candidates at least one, each with room
 * @param skilled whether all of them have the wanted skill
 */
record Field(@Nullable String skill, List<Candidate> candidates, boolean skilled) {

    Candidate choose(long seed) {
        return candidates.stream()
                .min(Comparator.comparingInt(Candidate::open)
                        .thenComparingLong(one -> draw(seed, one.agent().name()))
                        .thenComparing(one -> one.agent().name()))
                .orElseThrow();
    }

    /** Why a candidate with room was chosen or not. */
    String why(Candidate one, Candidate chosen) {
        if (one.equals(chosen)) {
            return "chosen: " + rank() + drawn(chosen);
        }
        var winner = chosen.agent().name();
        if (!candidates.contains(one)) {
            return "in, but without skill " + skill + ", which " + winner + " has";
        }
        return one.open() > chosen.open()
                ? "in, but " + winner + " has fewer open: " + chosen.open() + " < " + one.open()
                : "in, but " + winner + " was drawn" + amongEquals(chosen);
    }

    private String rank() {
        var size = candidates.size();
        var rank = size == 1 ? "the only one with room" : "least loaded of " + size;
        if (skill == null) {
            return rank;
        }
        if (!skilled) {
            return rank + ", none with skill " + skill;
        }
        return size == 1 ? rank + " and skill " + skill : rank + " with skill " + skill;
    }

    private String drawn(Candidate chosen) {
        return ties(chosen) > 1 ? ", drawn" + amongEquals(chosen) : "";
    }

    private String amongEquals(Candidate chosen) {
        return " among " + ties(chosen) + " with " + chosen.open() + " open";
    }

    private long ties(Candidate chosen) {
        return candidates.stream().filter(one -> one.open() == chosen.open()).count();
    }

    /** A lot that depends on nothing but seed and name: the finalizer of SplitMix64. */
    private static long draw(long seed, String name) {
        var lot = (seed ^ (name.hashCode() * 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
        lot = (lot ^ (lot >>> 27)) * 0x94D049BB133111EBL;
        return lot ^ (lot >>> 31);
    }
}
