package dev.rota.desk;

import dev.rota.shift.Post;
import dev.rota.shift.Timetable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that {@code config/} says, read as one: names that refer to each other are known to exist.
 *
 * @param fallback the queue of a decision that failed
 * @param texts what Rota says by itself
 * @param lookups who is asked before a decision, besides the database
 */
public record Company(
        Map<String, App> apps,
        Map<String, Number> numbers,
        Map<String, Team> teams,
        Map<String, Agent> agents,
        Map<String, Queue> queues,
        Set<String> requestTypes,
        String fallback,
        Map<String, Downstream> downstreams,
        Timetable timetable,
        AutomaticTexts texts,
        Lookups lookups) {

    public Company {
        apps = Map.copyOf(apps);
        numbers = Map.copyOf(numbers);
        teams = Map.copyOf(teams);
        agents = Map.copyOf(agents);
        queues = Map.copyOf(queues);
        requestTypes = Set.copyOf(requestTypes);
        downstreams = Map.copyOf(downstreams);
    }

    /** A company for which Rota says nothing by itself, and asks nobody. */
    public Company(
            Map<String, App> apps,
            Map<String, Number> numbers,
            Map<String, Team> teams,
            Map<String, Agent> agents,
            Map<String, Queue> queues,
            Set<String> requestTypes,
            String fallback,
            Map<String, Downstream> downstreams,
            Timetable timetable) {
        this(
                apps,
                numbers,
                teams,
                agents,
                queues,
                requestTypes,
                fallback,
                downstreams,
                timetable,
                AutomaticTexts.NONE,
                Lookups.NONE);
    }

    /** The same, which says something else by itself. */
    public Company saying(AutomaticTexts other) {
        return new Company(
                apps, numbers, teams, agents, queues, requestTypes, fallback, downstreams, timetable, other, lookups);
    }

    /** The same with another timetable. */
    public Company with(Timetable other) {
        return new Company(
                apps, numbers, teams, agents, queues, requestTypes, fallback, downstreams, other, texts, lookups);
    }

    /** The number that Meta knows by that {@code phone_number_id}. */
    public Optional<Number> numberById(String id) {
        return numbers.values().stream()
                .filter(number -> number.id().equals(id))
                .findAny();
    }

    /** The agent whom that downstream calls so. */
    public Optional<Agent> agentAt(String downstream, String id) {
        return agents.values().stream()
                .filter(agent -> id.equals(agent.ids().get(downstream)))
                .findAny();
    }

    /** The queue of that name; one that has left the files behaves like the fallback. */
    public Queue queue(String name) {
        var queue = queues.get(name);
        if (queue == null) {
            queue = queues.get(fallback);
        }
        if (queue == null) {
            throw new IllegalStateException("no queue '" + name + "' and no fallback queue");
        }
        return queue;
    }

    /** The names of the queues that these teams serve. */
    public Set<String> queuesOf(Set<String> teamNames) {
        return queues.values().stream()
                .filter(queue -> queue.teams().stream().anyMatch(teamNames::contains))
                .map(Queue::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The queues that must have people on shift; one that a helpdesk hands out is its affair. */
    public List<Post> posts() {
        return queues.values().stream()
                .filter(queue -> queue.handout().strategy() != Strategy.DOWNSTREAM)
                .sorted(Comparator.comparing(Queue::name))
                .map(this::post)
                .toList();
    }

    private Post post(Queue queue) {
        var serving = agents.values().stream()
                .filter(agent -> queue.teams().contains(agent.team()))
                .toList();
        var skill = queue.skill();
        var skilled = serving.stream().filter(agent -> skill != null && agent.level(skill) > 0);
        return new Post(queue.name(), queue.hours(), names(serving.stream()), skill, names(skilled));
    }

    private static Set<String> names(Stream<Agent> agents) {
        return agents.map(Agent::name).collect(Collectors.toUnmodifiableSet());
    }
}
