package dev.rota.switchover;

import dev.rota.assignment.AgentNow;
import dev.rota.assignment.Staff;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Status;
import dev.rota.shift.Attendance;
import dev.rota.shift.Edge;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What queues and agents are like once the moves are made. */
final class Outlook {

    /** Who is away for longer than this comes back on no day that matters to somebody who waits. */
    private static final Duration AHEAD = Duration.ofDays(8);

    private final Snapshot snapshot;
    private final Company company;
    private final Staff staff;
    private final Map<Long, Move> moves = new HashMap<>();

    /** @param staff with the loads that they have then */
    Outlook(Snapshot snapshot, Staff staff, List<Move> moves) {
        this.snapshot = snapshot;
        this.company = snapshot.company();
        this.staff = staff;
        moves.forEach(move -> this.moves.put(move.conversation(), move));
    }

    List<QueueAfter> queues() {
        var waiting = new TreeMap<String, Integer>();
        for (var one : snapshot.open()) {
            var move = moves.get(one.id());
            var waits = move == null ? one.status() == Status.WAITING : move.owner() == null;
            if (waits) {
                waiting.merge(move == null ? one.queue() : move.queue(), 1, Integer::sum);
            }
        }
        return waiting.entrySet().stream()
                .map(each -> queue(each.getKey(), each.getValue()))
                .toList();
    }

    List<AgentAfter> agents() {
        return company.agents().values().stream()
                .map(agent -> new AgentAfter(
                        agent.name(),
                        before(agent.name()),
                        before(agent.name()) + change(agent.name()),
                        agent.capacity()))
                .filter(agent -> agent.before() != agent.after() || agent.over())
                .sorted(Comparator.comparing(AgentAfter::agent))
                .toList();
    }

    private int before(String agent) {
        return snapshot.agents().getOrDefault(agent, AgentNow.IDLE).open();
    }

    private int change(String agent) {
        return moves.values().stream()
                .mapToInt(move -> (agent.equals(move.owner()) ? 1 : 0) - (agent.equals(move.fromOwner()) ? 1 : 0))
                .sum();
    }

    private QueueAfter queue(String name, int waiting) {
        var people = staff.atWork(name);
        var open = staff.closed(name) == null;
        var opensAt = open ? null : staff.opening(name).orElse(null);
        var nobody = open ? people == 0 : opensAt == null;
        return new QueueAfter(
                name, waiting, people, open ? staff.places(name) : 0, opensAt, nobody ? sentence(name) : null);
    }

    private String sentence(String queue) {
        var next = nextPeople(queue);
        return "nobody of queue " + queue + " is at work, nor of where it overflows to, nor of the fallback queue; "
                + (next == null ? "nobody is on its roster for a week" : "the next of its people come on at " + next);
    }

    private @Nullable Instant nextPeople(String queue) {
        var teams = company.queue(queue).teams();
        var people = company.agents().values().stream()
                .filter(agent -> teams.contains(agent.team()))
                .map(Agent::name)
                .toList();
        return company.timetable().edges(snapshot.at(), snapshot.at().plus(AHEAD)).stream()
                .map(Edge::at)
                .filter(at -> people.stream()
                        .anyMatch(agent -> company.timetable().attendance(agent, at) instanceof Attendance.OnShift))
                .findFirst()
                .orElse(null);
    }
}
