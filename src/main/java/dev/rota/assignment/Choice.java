package dev.rota.assignment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The strategy {@code least-loaded}: among those at work with room, holders of the wanted skill first, then whoever has
 * the fewest open conversations, then a draw that the seed decides.
 */
public final class Choice {

    private Choice() {}

    /**
     * Chooses one responsible agent, or says why the work waits; equal questions have equal answers.
     *
     * @param candidates the agents of the queue's teams, in any order
     * @param at the time of the choice; this strategy does not look at it
     * @param seed decides among equals
     */
    public static Outcome choose(Work work, List<Candidate> candidates, Instant at, long seed) {
        var able = candidates.stream().filter(Choice::hasRoom).toList();
        if (able.isEmpty()) {
            return new Outcome.Waits(whyItWaits(work, candidates), verdicts(candidates, Choice::whyOut));
        }
        var skill = work.skill();
        var skilled = skill == null
                ? List.<Candidate>of()
                : able.stream().filter(one -> one.agent().level(skill) > 0).toList();
        var field = new Field(skill, skilled.isEmpty() ? able : skilled, !skilled.isEmpty());
        var chosen = field.choose(seed);
        return new Outcome.Assigned(
                chosen.agent().name(),
                verdicts(candidates, one -> hasRoom(one) ? field.why(one, chosen) : whyOut(one)));
    }

    private static boolean hasRoom(Candidate one) {
        return one.offReason() == null && one.open() < one.agent().capacity();
    }

    private static String whyOut(Candidate one) {
        return one.offReason() != null ? one.offReason() : fullness(one);
    }

    private static String fullness(Candidate one) {
        return "has " + one.open() + " of " + one.agent().capacity() + " conversations";
    }

    private static String whyItWaits(Work work, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return "queue " + work.queue() + " has no agents";
        }
        var full = candidates.stream().filter(one -> one.offReason() == null).toList();
        return switch (full.size()) {
            case 0 -> "nobody of queue " + work.queue() + " is at work";
            case 1 -> full.get(0).agent().name() + ", alone on shift, " + fullness(full.get(0));
            default -> "all " + full.size() + " on shift are full";
        };
    }

    private static List<Verdict> verdicts(List<Candidate> candidates, Reason reason) {
        return candidates.stream()
                .sorted(Comparator.comparing(one -> one.agent().name()))
                .map(one -> new Verdict(one.agent().name(), hasRoom(one), reason.of(one)))
                .toList();
    }

    private interface Reason {
        String of(Candidate one);
    }
}
