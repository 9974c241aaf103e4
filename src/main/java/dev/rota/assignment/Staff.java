package dev.rota.assignment;

import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Queue;
import dev.rota.desk.Silence;
import dev.rota.desk.Strategy;
import dev.rota.routing.Imagined.OnStaff;
import dev.rota.shift.Attendance;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The people of some queues at one instant, with what each of them has to do. */
public final class Staff {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("dd/MM HH:mm");

    private static final Attendance THERE = new Attendance.OnShift("imagined", Instant.MAX);

    private final Company company;
    private final Instant at;
    private final Map<String, List<Agent>> people = new HashMap<>();
    private final Map<String, Attendance> attendances = new HashMap<>();
    private final Map<String, AgentNow> now = new HashMap<>();
    private final Map<String, Pause> pauses = new HashMap<>();

    private Staff(Company company, Instant at) {
        this.company = company;
        this.at = at;
    }

    /** The people of these queues' teams, who have nothing to do until {@link #load} says what. */
    public static Staff of(Company company, Collection<String> queues, Instant at) {
        var staff = new Staff(company, at);
        for (var queue : queues) {
            var agents = agents(company, company.queue(queue));
            staff.people.put(queue, agents);
            agents.forEach(agent -> staff.attendances.computeIfAbsent(
                    agent.name(), name -> company.timetable().attendance(name, at)));
        }
        return staff;
    }

    /** The instant. */
    public Instant at() {
        return at;
    }

    /** The names of all agents that may be chosen from. */
    public Collection<String> agents() {
        return attendances.keySet();
    }

    /** Lets people be in another state than roster and ledger say. */
    void imagine(Map<String, OnStaff> people) {
        people.forEach((agent, state) -> {
            now.put(agent, AgentNow.of(state.open()));
            if (state.on() != null) {
                attendances.put(agent, state.on() ? THERE : new Attendance.Off("not on shift"));
            }
            if (state.away()) {
                attendances.put(agent, new Attendance.Off("away"));
            }
        });
    }

    /** Says what agents do, and what they have declared; of others it is not known. */
    public void load(Map<String, AgentNow> agents) {
        now.putAll(agents);
    }

    /** Says which queues are paused; others are not. */
    public void pause(Collection<Pause> known) {
        known.stream().filter(pause -> pause.holdsAt(at)).forEach(pause -> pauses.put(pause.queue(), pause));
    }

    /** Counts one conversation of that queue more for an agent. */
    public void take(String agent, String queue) {
        var handout = company.queue(queue).handout();
        var taking = now(agent).taking(at);
        if (handout.capacity() != null) {
            taking = taking.oneMoreOf(queue);
        }
        now.put(agent, handout.strategy() == Strategy.ROUND_ROBIN ? taking.turn(queue, nextTurn(queue)) : taking);
    }

    /** Whose turn was which in a queue, of all who have had one. */
    public Map<String, Long> turns(String queue) {
        var turns = new TreeMap<String, Long>();
        for (var agent : people(queue)) {
            var turn = now(agent.name()).turns().get(queue);
            if (turn != null) {
                turns.put(agent.name(), turn);
            }
        }
        return turns;
    }

    /** How many of the queue's people are at work. */
    public int atWork(String queue) {
        return (int)
                people(queue).stream().filter(agent -> offReason(agent) == null).count();
    }

    /** How many more conversations the queue's people can be given. */
    public int places(String queue) {
        var handout = company.queue(queue).handout();
        if (handout.strategy().leavesToOthers()) {
            return 0;
        }
        var ofQueue = handout.capacity();
        return people(queue).stream()
                .filter(agent -> offReason(agent) == null)
                .mapToInt(agent -> places(agent, queue, ofQueue == null ? Integer.MAX_VALUE : ofQueue))
                .sum();
    }

    private int places(Agent agent, String queue, int ofQueue) {
        var load = now(agent.name()).load(queue);
        var room = Math.floorDiv(agent.capacity() * Silence.WHOLE - load.weight(), Silence.WHOLE);
        return Math.max(0, Math.min(room, ofQueue - load.here()));
    }

    /** What the choice of an agent for a conversation of that queue looks at. */
    public Question question(String queue, Waiting waiting) {
        var work = new Work(
                waiting.conversation(),
                queue,
                skill(queue, waiting.skill()),
                waiting.since(),
                waiting.lastAgent(),
                company.queue(queue).handout());
        return new Question(work, candidates(queue, waiting.givenBackBy()), at, waiting.conversation());
    }

    /** The queue's people; whoever gave the conversation back is out for it. */
    public List<Candidate> candidates(String queue, @Nullable String givenBackBy) {
        return people(queue).stream()
                .map(agent -> new Candidate(
                        agent, outReason(agent, givenBackBy), now(agent.name()).load(queue)))
                .toList();
    }

    private @Nullable String outReason(Agent agent, @Nullable String givenBackBy) {
        return agent.name().equals(givenBackBy) ? "gave it back" : offReason(agent);
    }

    /** Leave and roster first, what was declared last. */
    private @Nullable String offReason(Agent agent) {
        if (attendances.get(agent.name()) instanceof Attendance.Off off) {
            return off.reason();
        }
        var presence = now(agent.name()).presence();
        return presence == null || !presence.keepsWorkAway(at) ? null : Availability.words(presence);
    }

    /** The skill that is asked for: what the decision wants, else what the queue wants. */
    public @Nullable String skill(String queue, @Nullable String decided) {
        return decided != null ? decided : company.queue(queue).skill();
    }

    /** Why nobody of the queue can be given anything now, or null when somebody can. */
    @Nullable
    String full(String queue) {
        return places(queue) == 0
                ? question(queue, Waiting.arrived(0, at, null)).reasonToWait()
                : null;
    }

    /** Why the queue hands out nothing now, or null when it is open. */
    public @Nullable String closed(String name) {
        var queue = company.queue(name);
        var pause = pauses.get(name);
        if (pause != null) {
            return "queue " + name + " is paused until " + local(pause.until(), queue) + " by " + pause.by() + ": "
                    + pause.reason();
        }
        return company.timetable().open(name, queue.hours(), at)
                ? null
                : "queue " + name + " is closed"
                        + opening(name)
                                .map(next -> " until " + local(next, queue))
                                .orElse("");
    }

    /**
     * When the queue hands out something again: now when it does, after its pause when it is open then, else when it opens
     * next; empty when that is not within a year.
     */
    public Optional<Instant> opening(String name) {
        var pause = pauses.get(name);
        var from = pause == null ? at : pause.until();
        var hours = company.queue(name).hours();
        return company.timetable().open(name, hours, from)
                ? Optional.of(from)
                : company.timetable().nextOpening(name, hours, from);
    }

    private String local(Instant instant, Queue queue) {
        return queue.hours() == null
                ? instant.toString()
                : TO_THE_MINUTE.format(instant.atZone(company.timetable().zone(queue.hours())));
    }

    private long nextTurn(String queue) {
        return turns(queue).values().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
    }

    private AgentNow now(String agent) {
        return now.getOrDefault(agent, AgentNow.IDLE);
    }

    private List<Agent> people(String queue) {
        return people.getOrDefault(queue, List.of());
    }

    private static List<Agent> agents(Company company, Queue queue) {
        return company.agents().values().stream()
                .filter(agent -> queue.teams().contains(agent.team()))
                .sorted(Comparator.comparing(Agent::name))
                .toList();
    }
}
