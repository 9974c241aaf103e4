package dev.rota.config;

import dev.rota.config.ShiftsFile.RosterEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the lines of the roster name shifts and people that exist. */
final class RosterChecks {

    private RosterChecks() {}

    static void run(Parts parts) {
        parts.shifts().content().roster().forEach((name, line, entry) -> check(parts, name, line, entry));
    }

    /** The agents of the teams that a line names. */
    static List<String> members(Parts parts, RosterEntry entry) {
        var teams = Located.values(entry.teams());
        return parts.knownAgents().values().entrySet().stream()
                .filter(agent -> teams.contains(agent.getValue().team().value()))
                .map(agent -> agent.getKey())
                .toList();
    }

    /** Reports a shift that the calendar, if it exists, does not have. */
    static void mustHaveShift(
            Parts parts, Source source, String where, String calendar, @Nullable Located<String> shift) {
        var known = parts.knownCalendars().values().get(calendar);
        if (known != null && shift != null && !known.shifts().mayKnow(shift.value())) {
            source.problem(
                    shift.line(),
                    where + ": calendar '" + calendar + "' has no such shift"
                            + Nearest.hint(shift.value(), known.shifts().names()));
        }
    }

    private static void check(Parts parts, String name, int line, RosterEntry entry) {
        var source = parts.shifts().source();
        var where = "roster." + name;
        source.mustKnow(where, "calendar", entry.calendar(), parts.knownCalendars());
        var shift = entry.shift() == null ? new Located<>(name, line) : entry.shift();
        mustHaveShift(parts, source, where, entry.calendar().value(), shift);
        entry.agents().forEach(agent -> source.mustKnow(where, "agent", agent, parts.knownAgents()));
        entry.teams().forEach(team -> source.mustKnow(where, "team", team, parts.knownTeams()));
        if (entry.agents().isEmpty() && entry.teams().isEmpty()) {
            source.problem(line, where + ": nobody stands here; expected agents or teams");
        }
        if (entry.cycle() != null) {
            var agents = new HashSet<>(Located.values(entry.agents()));
            agents.addAll(members(parts, entry));
            anchors(source, where, line, agents, entry.cycle().anchor());
        }
    }

    private static void anchors(Source source, String where, int line, Set<String> agents, Named<?> anchors) {
        for (var agent : agents) {
            if (!anchors.mayKnow(agent)) {
                source.problem(line, where + ": '" + agent + "' has no day in cycle.anchor");
            }
        }
        for (var name : anchors.names()) {
            if (!agents.contains(name)) {
                source.problem(
                        anchors.line(name),
                        where + ".cycle.anchor: '" + name + "' is not among its agents" + Nearest.hint(name, agents));
            }
        }
    }
}
