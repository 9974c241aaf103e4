package dev.rota.api;

import dev.rota.conversation.Refusal;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Queue;
import dev.rota.desk.Team;
import dev.rota.desk.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What of the company somebody may see: what belongs to their teams. What they may not see is not there. */
record Visible(Company company, Viewer viewer) {

    Agent agent(String name) {
        return find("agent", name, company.agents(), agent -> isOwn(agent.team()));
    }

    Queue queue(String name) {
        return find(
                "queue", name, company.queues(), queue -> queue.teams().stream().anyMatch(this::isOwn));
    }

    Number number(String name) {
        return find("number", name, company.numbers(), number -> number.teams().stream()
                .anyMatch(this::isOwn));
    }

    /** All numbers that the viewer's teams see, by name. */
    List<Number> numbers() {
        return company.numbers().values().stream()
                .filter(number -> number.teams().stream().anyMatch(this::isOwn)
                        || viewer.role().seesAll())
                .sorted(Comparator.comparing(Number::name))
                .toList();
    }

    Team team(String name) {
        return find("team", name, company.teams(), team -> isOwn(team.name()));
    }

    boolean seesAgent(String name) {
        var agent = company.agents().get(name);
        return agent != null && isOwn(agent.team());
    }

    boolean seesNumber(@Nullable String name) {
        var number = name == null ? null : company.numbers().get(name);
        return number != null && number.teams().stream().anyMatch(this::isOwn);
    }

    boolean seesQueue(String name) {
        return company.queue(name).teams().stream().anyMatch(this::isOwn);
    }

    private boolean isOwn(String team) {
        return viewer.role().seesAll() || viewer.teams().contains(team);
    }

    private static <T> T find(String kind, String name, Map<String, T> known, Predicate<T> isSeen) {
        @Nullable T found = known.get(name);
        if (found == null || !isSeen.test(found)) {
            throw new Refusal.NotFound("there is no " + kind + " '" + name + "'");
        }
        return found;
    }
}
