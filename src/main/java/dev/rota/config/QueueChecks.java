package dev.rota.config;

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
        file.queues().forEach((name, line, queue) -> {
            var where = "queues." + name;
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
                source.mustKnow(where + ".overflow.to", "queue", overflow.to(), file.queues());
            }
        });
        OverflowCycles.of(file.queues()).forEach(cycle -> source.problem(cycle.line(), cycle.value()));
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
