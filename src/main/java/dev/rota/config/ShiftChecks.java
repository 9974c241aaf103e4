package dev.rota.config;

import dev.rota.inquiry.Inquiry;
import java.util.HashSet;

/** Whether what {@code shifts.yaml} refers to exists, and whether its shifts leave each other alone. */
final class ShiftChecks {

    private ShiftChecks() {}

    static void run(Parts parts) {
        var source = parts.shifts().source();
        var file = parts.shifts().content();
        file.calendars().forEach((name, line, calendar) -> {
            calendar.shifts().forEach((shift, at, entry) -> {
                if (shift.equals(Inquiry.NO_SHIFT)) {
                    source.problem(at, "calendars." + name + ": 'none' means between shifts; pick another name");
                }
            });
            Overlaps.of(name, calendar, file.zone()).forEach(found -> source.problem(found.line(), found.value()));
        });
        for (var holiday : file.holidays()) {
            var where = "holiday " + holiday.name();
            holiday.closes().forEach(name -> source.mustKnow(where, "calendar", name, parts.knownCalendars()));
            holiday.queues()
                    .forEach((name, line, state) ->
                            source.mustKnow(where, "queue", new Located<>(name, line), parts.knownQueues()));
        }
        file.roster().forEach((shift, line, entry) -> roster(parts, shift, line, entry));
        for (var away : file.leave()) {
            source.mustKnow("leave", "agent", away.agent(), parts.knownAgents());
            if (away.to().value().isBefore(away.from())) {
                source.problem(away.to().line(), "leave of " + away.agent().value() + " ends before it begins");
            }
        }
    }

    private static void roster(Parts parts, String shift, int line, ShiftsFile.RosterEntry entry) {
        var source = parts.shifts().source();
        var where = "roster." + shift;
        source.mustKnow(where, "calendar", entry.calendar(), parts.knownCalendars());
        var calendar = parts.knownCalendars().values().get(entry.calendar().value());
        if (calendar != null && !calendar.shifts().mayKnow(shift)) {
            source.problem(
                    line,
                    where + ": calendar '" + entry.calendar().value() + "' has no such shift"
                            + Nearest.hint(shift, calendar.shifts().names()));
        }
        entry.agents().forEach(agent -> source.mustKnow(where, "agent", agent, parts.knownAgents()));
        var cycle = entry.cycle();
        if (cycle != null) {
            anchors(source, where, line, entry, cycle.anchor());
        }
    }

    private static void anchors(Source source, String where, int line, ShiftsFile.RosterEntry entry, Named<?> anchors) {
        var agents = new HashSet<String>();
        entry.agents().forEach(agent -> agents.add(agent.value()));
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
