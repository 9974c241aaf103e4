package dev.rota.config;

import dev.rota.desk.Strategy;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Whether what {@code queues.yaml} refers to exists. */
final class QueueChecks {

    /** What a rule says for the request type of the conversation before. */
    private static final String SAME_AS_BEFORE = "same-as-before";

    private QueueChecks() {}

    static void run(Parts parts) {
        var source = parts.queues().source();
        var file = parts.queues().content();
        source.mustKnow("fallback", "queue", file.fallback(), file.queues());
        file.requestTypes().stream()
                .filter(type -> type.value().equals(SAME_AS_BEFORE))
                .forEach(type -> source.problem(
                        type.line(),
                        "requestTypes: '" + SAME_AS_BEFORE + "' has a meaning in rules; pick another name"));
        agingInReach(source, "defaults", file.defaults().aging());
        PatienceChecks.run(source, "defaults", file.defaults().escalation());
        file.queues().forEach((name, line, queue) -> {
            references(parts, source, "queues." + name, queue);
            LadderChecks.run(source, "queues." + name, queue.skills());
            if (queue.escalation() != null) {
                PatienceChecks.run(source, "queues." + name, queue.escalation());
            }
            var aging = queue.aging();
            if (aging != null) {
                agingInReach(source, "queues." + name, aging);
            }
            var strategy = queue.strategy() == null ? file.defaults().strategy() : queue.strategy();
            if (strategy == Strategy.DOWNSTREAM && !isToldOfWaiting(parts, queue)) {
                source.problem(
                        line,
                        "queues." + name + ": strategy downstream needs a downstream with 'unassigned: true', which"
                                + " hears of what waits; expected one in downstreams");
            }
        });
        OverflowCycles.of(file.queues()).forEach(cycle -> source.problem(cycle.line(), cycle.value()));
    }

    private static void references(Parts parts, Source source, String where, QueuesFile.QueueEntry queue) {
        queue.teams().forEach(team -> source.mustKnow(where, "team", team, parts.knownTeams()));
        queue.downstreams()
                .forEach(downstream -> source.mustKnow(where, "downstream", downstream, parts.knownDownstreams()));
        var hours = queue.hours();
        if (hours != null) {
            source.mustKnow(where + ".hours", "calendar", hours.calendar(), parts.knownCalendars());
        }
        var skill = queue.skill();
        if (skill != null) {
            mustBeHeld(source, where, skill, skills(parts));
        }
        var overflow = queue.overflow();
        if (overflow != null) {
            source.mustKnow(where + ".overflow.to", "queue", overflow.to(), parts.knownQueues());
        }
    }

    private static boolean isToldOfWaiting(Parts parts, QueuesFile.QueueEntry queue) {
        var known = parts.knownDownstreams().values();
        return queue.downstreams().stream()
                .map(downstream -> known.get(downstream.value()))
                .anyMatch(downstream -> downstream == null || downstream.unassigned());
    }

    /** Within it, waiting beats priority in the end, and priority beats waiting for a while. */
    private static void agingInReach(Source source, String where, Located<Duration> aging) {
        var time = aging.value();
        if (time.isZero() || time.compareTo(Duration.ofDays(1)) > 0) {
            source.problem(aging.line(), where + ".aging: expected a duration from 1s to 1d");
        }
    }

    private static void mustBeHeld(Source source, String where, Located<String> skill, Set<String> held) {
        if (!held.isEmpty() && !held.contains(skill.value())) {
            source.problem(
                    skill.line(),
                    where + ": no agent has the skill '" + skill.value() + "'" + Nearest.hint(skill.value(), held));
        }
    }

    private static Set<String> skills(Parts parts) {
        var held = new TreeSet<String>();
        parts.knownAgents()
                .forEach((name, line, agent) -> held.addAll(agent.skills().names()));
        return held;
    }
}
