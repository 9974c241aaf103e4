package dev.rota.config;

import dev.rota.desk.Company;
import java.util.TreeSet;

/** The names that {@code config/} gives, for whoever checks files that use them. */
public record Names(Known numbers, Known queues, Known requestTypes, Known skills, Known shifts, Known agents) {

    /** Those of a company that was read without a problem. */
    public static Names of(Company company) {
        var skills = new TreeSet<String>();
        company.agents().values().forEach(agent -> skills.addAll(agent.skills().keySet()));
        return new Names(
                Known.of(company.numbers().keySet()),
                Known.of(company.queues().keySet()),
                Known.of(company.requestTypes()),
                Known.of(skills),
                Known.of(company.timetable().shifts()),
                Known.of(company.agents().keySet()));
    }

    /** Those that can be read, whatever else is wrong. */
    static Names of(Parts parts) {
        var types = parts.queues().content().requestTypes().stream()
                .map(Located::value)
                .toList();
        return new Names(
                known(parts.knownNumbers()),
                known(parts.knownQueues()),
                Known.of(types, true),
                skills(parts.knownAgents()),
                shifts(parts.knownCalendars()),
                known(parts.knownAgents()));
    }

    private static Known known(Named<?> named) {
        return Known.of(named.names(), named.isReadable());
    }

    private static Known skills(Named<TeamsFile.AgentEntry> agents) {
        var skills = new TreeSet<String>();
        agents.forEach((name, line, agent) -> skills.addAll(agent.skills().names()));
        return Known.of(skills, agents.isWhole());
    }

    private static Known shifts(Named<ShiftsFile.CalendarEntry> calendars) {
        var shifts = new TreeSet<String>();
        calendars.forEach(
                (name, line, calendar) -> shifts.addAll(calendar.shifts().names()));
        return Known.of(shifts, calendars.isWhole());
    }
}
