package dev.rota.config;

import dev.rota.desk.Agent;
import dev.rota.desk.Team;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code teams.yaml}: the people; everybody named here has a login. */
record TeamsFile(
        @Key(value = "The teams, by name.", min = 1) Named<TeamEntry> teams,
        @Key("The people who answer customers, by login.") Named<AgentEntry> agents) {

    /** A team. */
    record TeamEntry(
            @Key("The name as people write it.") String name,
            @Key(value = "Logins of those who see and move everything of the team.", or = "[]")
                    List<Located<String>> supervisors,
            @Key(value = "Numbers whose conversations the team sees, besides those that name the team.", or = "[]")
                    List<Located<String>> numbers) {}

    /** An agent. */
    record AgentEntry(
            @Key("The name as customers and colleagues see it.") String name,
            @Key("One of teams.") Located<String> team,
            @Key(value = "How many conversations may be theirs at once.", min = 1) int capacity,
            @Key(value = "Levels from 1 up, by skill.", or = "{}") Named<Level> skills,
            @Key(value = "What a downstream calls them, by its name in downstreams.yaml.", or = "{}")
                    Named<String> ids) {}

    Map<String, Team> desks() {
        return teams.map((name, team) -> new Team(
                name,
                team.name(),
                team.supervisors().stream().map(Located::value).collect(Collectors.toUnmodifiableSet())));
    }

    Map<String, Agent> people() {
        return agents.map((name, agent) -> new Agent(
                name,
                agent.name(),
                agent.team().value(),
                agent.capacity(),
                agent.skills().map((skill, level) -> level.value()),
                agent.ids().values()));
    }
}
