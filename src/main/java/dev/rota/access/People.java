package dev.rota.access;

import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Role;
import dev.rota.desk.Team;
import dev.rota.desk.Viewer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everybody who has a login: the agents and supervisors of {@code config/teams.yaml}, and the administrator. The files
 * are asked each time, so that who has left them has no access from then on.
 */
public final class People {

    /** The login of the administrator, who stands in no file. */
    public static final String ADMIN = "admin";

    private final Supplier<Company> company;

    public People(Supplier<Company> company) {
        this.company = company;
    }

    /** The person of that login, as the files say it now. */
    public Optional<Viewer> find(String name) {
        return role(name).map(role -> acting(name, role));
    }

    /** Everybody, by login. */
    public List<Viewer> everybody() {
        var now = company.get();
        var names = Stream.of(
                        Stream.of(ADMIN),
                        now.agents().keySet().stream(),
                        now.teams().values().stream().flatMap(team -> team.supervisors().stream()))
                .flatMap(part -> part);
        return names.distinct().sorted().flatMap(name -> find(name).stream()).toList();
    }

    /** Somebody of that name in that role, with the teams that the files give to the name. */
    Viewer acting(String name, Role role) {
        var agent = Optional.ofNullable(company.get().agents().get(name));
        var teams = new HashSet<String>();
        if (!role.seesAll()) {
            agent.map(Agent::team).ifPresent(teams::add);
        }
        if (role == Role.SUPERVISOR) {
            teams.addAll(supervised(name));
        }
        return new Viewer(name, agent.map(Agent::title).orElse(name), role, teams);
    }

    private Optional<Role> role(String name) {
        if (name.equals(ADMIN)) {
            return Optional.of(Role.ADMIN);
        }
        if (!supervised(name).isEmpty()) {
            return Optional.of(Role.SUPERVISOR);
        }
        return company.get().agents().containsKey(name) ? Optional.of(Role.AGENT) : Optional.empty();
    }

    private Set<String> supervised(String name) {
        return company.get().teams().values().stream()
                .filter(team -> team.supervisors().contains(name))
                .map(Team::name)
                .collect(Collectors.toSet());
    }
}
