package dev.rota.assignment;

import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Queue;
import dev.rota.routing.Imagined.OnStaff;
import dev.rota.shift.Attendance;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of some queues at one instant, with what each of them has to do. */
public final class Staff {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("dd/MM HH:mm");

    private final Company company;
    private final Instant at;
    private final Map<String, @Nullable String> offReasons = new HashMap<>();
    private final Map<String, Integer> open = new HashMap<>();

    private Staff(Company company, Instant at) {
        this.company = company;
        this.at = at;
    }

    /** The people of these queues' teams, who have nothing to do until {@link #load} says what. */
    public static Staff of(Company company, Collection<String> queues, Instant at) {
        var staff = new Staff(company, at);
        for (var queue : queues) {
            staff.agents(company.queue(queue))
                    .forEach(agent -> staff.offReasons.put(
                            agent.name(), offReason(company.timetable().attendance(agent.name(), at))));
        }
        return staff;
    }

    /** The instant. */
    public Instant at() {
        return at;
    }

    /** The names of all agents that may be chosen from. */
    public Collection<String> agents() {
        return offReasons.keySet();
    }

    /** Lets people be in another state than roster and ledger say. */
    void imagine(Map<String, OnStaff> people) {
        people.forEach((agent, state) -> {
            open.put(agent, state.open());
            if (state.on() != null) {
                offReasons.put(agent, state.on() ? null : "not on shift");
            }
            if (state.away()) {
                offReasons.put(agent, "away");
            }
        });
    }

    /** Says how many conversations agents have. */
    public void load(Map<String, Integer> conversations) {
        open.putAll(conversations);
    }

    /** Counts one conversation more for an agent. */
    public void take(String agent) {
        open.merge(agent, 1, Integer::sum);
    }

    /** How many more conversations the queue's people can take. */
    public int places(String queue) {
        return candidates(queue, null).stream()
                .filter(candidate -> candidate.offReason() == null)
                .mapToInt(candidate -> Math.max(0, candidate.agent().capacity() - candidate.open()))
                .sum();
    }

    /** The queue's people; whoever gave the conversation back is out for it. */
    public List<Candidate> candidates(String queue, @Nullable String givenBackBy) {
        return agents(company.queue(queue)).stream()
                .map(agent -> new Candidate(agent, outReason(agent, givenBackBy), open.getOrDefault(agent.name(), 0)))
                .toList();
    }

    private @Nullable String outReason(Agent agent, @Nullable String givenBackBy) {
        return agent.name().equals(givenBackBy) ? "gave it back" : offReasons.get(agent.name());
    }

    /** The skill whose holders are asked first: what the decision wants, else what the queue wants. */
    public @Nullable String skill(String queue, @Nullable String decided) {
        return decided != null ? decided : company.queue(queue).skill();
    }

    /** Why the queue hands out nothing now, or null when it is open. */
    public @Nullable String closed(String name) {
        var queue = company.queue(name);
        var timetable = company.timetable();
        if (timetable.open(name, queue.hours(), at)) {
            return null;
        }
        var opening = timetable.nextOpening(name, queue.hours(), at);
        return "queue " + name + " is closed"
                + opening.map(next -> " until " + local(next, queue)).orElse("");
    }

    private String local(Instant instant, Queue queue) {
        return queue.hours() == null
                ? instant.toString()
                : TO_THE_MINUTE.format(instant.atZone(company.timetable().zone(queue.hours())));
    }

    private List<Agent> agents(Queue queue) {
        return company.agents().values().stream()
                .filter(agent -> queue.teams().contains(agent.team()))
                .sorted(Comparator.comparing(Agent::name))
                .toList();
    }

    private static @Nullable String offReason(Attendance attendance) {
        return attendance instanceof Attendance.Off off ? off.reason() : null;
    }
}
