package dev.rota.assignment;

import dev.rota.desk.Handout;
import dev.rota.inquiry.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One choice on its way: who is out, whether somebody is worth waiting for, and who of the rest is chosen. */
final class Selection {

    private final Work work;
    private final Handout handout;
    private final List<Candidate> candidates;
    private final List<Candidate> able;
    private final Rung rung;
    private final List<Candidate> admitted;
    private final Instant at;
    private final long seed;

    /**
     * Begins a choice.
     *
     * @param candidates in the order in which the reasons are told
     */
    Selection(Work work, List<Candidate> candidates, Instant at, long seed) {
        this.work = work;
        this.handout = work.handout();
        this.candidates = candidates;
        this.able = candidates.stream().filter(one -> one.hasRoom(handout)).toList();
        this.rung = Rung.of(work, candidates.stream().filter(Candidate::isThere).toList(), at);
        this.admitted = able.stream().filter(rung::admits).toList();
        this.at = at;
        this.seed = seed;
    }

    /** Why it waits when there is nobody to wait for in particular; null when somebody can take it. */
    @Nullable
    String reasonToWait() {
        if (handout.strategy().leavesToOthers()) {
            return WaitReasons.leftToOthers(work);
        }
        return admitted.isEmpty() ? WaitReasons.of(work, rung, candidates) : null;
    }

    Outcome outcome() {
        var last = handout.strategy().leavesToOthers() ? null : last();
        if (last != null) {
            return last.hasRoom(handout) ? again(last) : waitsFor(last);
        }
        var reason = reasonToWait();
        if (reason != null) {
            var everybodys = handout.strategy().leavesToOthers();
            return waits(reason, List.of(), one -> everybodys ? reason : rung.whyNot(one));
        }
        var field = Field.of(work, rung, admitted, at, seed);
        var chosen = field.choose();
        return new Outcome.Assigned(
                chosen.name(),
                verdicts(admitted, one -> admitted.contains(one) ? field.why(one, chosen) : rung.whyNot(one)));
    }

    /** Whoever had the customer's last conversation, if they are at work and may still be waited for. */
    private @Nullable Candidate last() {
        var patience = handout.preferLast();
        if (patience == null || work.waited(at).compareTo(patience) >= 0) {
            return null;
        }
        return candidates.stream()
                .filter(one -> one.isThere() && one.name().equals(work.lastAgent()))
                .findFirst()
                .orElse(null);
    }

    private Outcome again(Candidate last) {
        var field = admitted.isEmpty() ? null : Field.of(work, rung, admitted, at, seed);
        var best = field == null ? last : field.choose();
        var rank = field == null ? "" : field.rank();
        return new Outcome.Assigned(last.name(), verdicts(able, one -> {
            if (one.equals(last)) {
                var before = best.equals(last) ? "" : ", which goes before " + best.name() + ", who is " + rank;
                return "chosen: had the customer's last conversation" + before;
            }
            var also = one.equals(best) ? "in and " + rank : "in";
            return also + ", but " + last.name() + " had the customer's last conversation";
        }));
    }

    private Outcome waitsFor(Candidate last) {
        var patience = Durations.text(handout.preferLast() == null ? Duration.ZERO : handout.preferLast());
        return waits(
                "waits up to " + patience + " for " + last.name() + ", who had the customer's last conversation and "
                        + last.fullness(handout),
                able,
                one -> "in, but " + last.name() + " had the customer's last conversation and is waited for up to "
                        + patience);
    }

    private Outcome waits(String reason, List<Candidate> in, Function<Candidate, String> whyNot) {
        return new Outcome.Waits(reason, verdicts(in, whyNot));
    }

    /** Everybody's reason: of those without room why they have none, of the others what the function says. */
    private List<Verdict> verdicts(List<Candidate> in, Function<Candidate, String> reason) {
        return candidates.stream()
                .map(one -> new Verdict(
                        one.name(), in.contains(one), one.hasRoom(handout) ? reason.apply(one) : one.whyOut(handout)))
                .toList();
    }
}
