package dev.rota.assignment;

import dev.rota.desk.SkillStep;
import dev.rota.inquiry.Durations;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The step of the ladder of skills that work stands on: who will do now.
 *
 * @param skill the wanted skill; null when none is, so that anybody will do
 * @param atLeast the lowest level that will do; 0 when anybody will
 * @param next the step after it; null on the last one
 */
record Rung(@Nullable String skill, int atLeast, @Nullable SkillStep next) {

    /** The step by the time waited; one that nobody at work is good enough for is not waited on. */
    static Rung of(Work work, Collection<Candidate> there, Instant at) {
        var skill = work.skill();
        if (skill == null) {
            return new Rung(null, 0, null);
        }
        var steps = work.handout().skills();
        var waited = work.waited(at);
        for (var i = 0; i < steps.size(); i++) {
            var next = i + 1 < steps.size() ? steps.get(i + 1) : null;
            var rung = new Rung(skill, steps.get(i).atLeast(), next);
            if (next == null
                    || (waited.compareTo(next.after()) < 0 && there.stream().anyMatch(rung::admits))) {
                return rung;
            }
        }
        throw new IllegalStateException("the ladder of queue " + work.queue() + " has no step");
    }

    boolean admits(Candidate one) {
        return skill == null || one.agent().level(skill) >= atLeast;
    }

    boolean holds(Candidate one) {
        return skill != null && one.agent().level(skill) > 0;
    }

    /** The skill that is asked for: {@code skill fibre}, {@code fibre 2 or better}. */
    String wanted() {
        return atLeast > 1 ? skill + " " + atLeast + " or better" : "skill " + skill;
    }

    /** Why somebody with room will not do yet. */
    String whyNot(Candidate one) {
        var has = skill == null || !holds(one) ? "without skill " + skill : "has " + skill + " " + level(one);
        return has + "; " + wanted() + " is asked for" + (next == null ? "" : " the first " + upTo(next));
    }

    /** How long it may last, as the middle of a sentence. */
    String patience() {
        return next == null ? "" : "up to " + upTo(next) + " ";
    }

    private int level(Candidate one) {
        return skill == null ? 0 : one.agent().level(skill);
    }

    private static String upTo(SkillStep next) {
        return Durations.text(next.after());
    }
}
