package dev.rota.conversation;

import dev.rota.assignment.Handed;
import dev.rota.assignment.Handing;
import dev.rota.assignment.Staff;
import dev.rota.desk.Company;
import dev.rota.desk.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hands out what waits, oldest first within priority, to agents at work who have a place left.
 *
 * <p>It runs inside the transaction of whatever gave it a reason to: arrivals join their queue before it is drained, so
 * they never overtake. Locks are taken in one order everywhere, or not waited for: queues by name, agents by name, then
 * the conversations that are given, of which one that somebody else holds is passed over.
 */
final class Drain {

    /** How far an event looks along a line that nobody can take from; the look each second goes to its end. */
    private static final int DEPTH = 200;

    private static final String HOLD =
            """
            SELECT c.id FROM unnest(:ids, :epochs) AS n (id, epoch)
            JOIN conversation c ON c.id = n.id AND c.epoch = n.epoch
            WHERE c.status = 'waiting'
            FOR UPDATE OF c SKIP LOCKED
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final QueueLocks locks;
    private final Loads loads;
    private final Turns turns;
    private final Changes changes;
    private final WaitingReasons reasons;
    private final PauseTable pauses;
    private final Clock clock;

    Drain(
            JdbcClient jdbc,
            Supplier<Company> company,
            QueueLocks locks,
            Loads loads,
            Turns turns,
            Changes changes,
            WaitingReasons reasons,
            PauseTable pauses,
            Clock clock) {
        this.jdbc = jdbc;
        this.company = company;
        this.locks = locks;
        this.loads = loads;
        this.turns = turns;
        this.changes = changes;
        this.reasons = reasons;
        this.pauses = pauses;
        this.clock = clock;
    }

    /**
     * Holds these queues, and of agents both these and whoever the queues may give something to. Whatever changes loads
     * before it drains does this first: else it would come to a queue, or to an agent whose name comes earlier, while others
     * who hold those wait for it.
     */
    void hold(Collection<String> queues, Collection<String> agents) {
        if (agents.isEmpty()) {
            return; // draining itself keeps the order
        }
        locks.hold(queues);
        var all = new TreeSet<>(agents);
        all.addAll(Staff.of(company.get(), queues, clock.instant()).agents());
        loads.hold(all);
    }

    /** Drains these queues and gives the assignments made. */
    List<Change> drain(Collection<String> names) {
        return drain(names, DEPTH);
    }

    /** Drains a queue to the end of its line, though time alone gave a reason to. */
    List<Change> drainWhole(String queue) {
        locks.hold(List.of(queue));
        if (places(queue) == 0) {
            reasons.forget(queue);
        }
        return drain(List.of(queue), Integer.MAX_VALUE);
    }

    private int places(String queue) {
        var staff = Staff.of(company.get(), List.of(queue), clock.instant());
        staff.load(loads.look(staff.agents(), List.of(queue)));
        return staff.places(queue);
    }

    private List<Change> drain(Collection<String> names, int depth) {
        var queues = names.stream().distinct().sorted().toList();
        if (queues.isEmpty()) {
            return List.of();
        }
        locks.hold(queues);
        var passedOver = new HashSet<Long>();
        while (true) {
            var round = handOut(queues, depth, passedOver);
            var given = round.stream().flatMap(Round::given).toList();
            var held = hold(given);
            if (held.size() == given.size()) {
                explain(round);
                changes.apply(given);
                round.forEach(one -> turns.write(one.queue, one.staff));
                return given;
            }
            given.stream()
                    .map(Change::conversation)
                    .filter(id -> !held.contains(id))
                    .forEach(passedOver::add);
        }
    }

    private List<Round> handOut(List<String> queues, int depth, Set<Long> passedOver) {
        var staff = Staff.of(company.get(), queues, clock.instant());
        staff.load(loads.lock(staff.agents(), queues));
        staff.pause(pauses.holding(queues, staff.at()));
        var rounds = new ArrayList<Round>();
        for (var queue : queues) {
            var patience = company.get().queue(queue).handout().preferLast();
            var line = new Line(jdbc, queue, patience, staff.at(), passedOver, staff.places(queue), depth);
            rounds.add(new Round(queue, staff, line, Handing.handOut(queue, staff, line)));
        }
        return rounds;
    }

    private Set<Long> hold(List<Change> given) {
        if (given.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql(HOLD)
                .param("ids", Unnest.bigints(given, Change::conversation))
                .param("epochs", Unnest.integers(given, change -> change.epoch() - 1))
                .query(Long.class)
                .list());
    }

    private void explain(List<Round> rounds) {
        var ofQueues = new HashMap<String, String>();
        var ofConversations = new HashMap<Long, String>();
        for (var round : rounds) {
            var reason = round.handed.reason();
            if (reason != null) {
                ofQueues.put(round.queue, reason);
            }
            round.handed.waits().forEach((conversation, why) -> {
                if (!Objects.equals(why, round.line.reason(conversation))) {
                    ofConversations.put(conversation, why);
                }
            });
        }
        reasons.ofQueues(ofQueues);
        reasons.ofConversations(ofConversations);
    }

    private record Round(String queue, Staff staff, Line line, Handed handed) {

        Stream<Change> given() {
            return handed.given().stream().map(this::change);
        }

        private Change change(Handed.Given given) {
            return new Change(
                    given.conversation(),
                    line.epoch(given.conversation()) + 1,
                    "assigned",
                    Status.IN_PROGRESS,
                    queue,
                    null,
                    given.outcome().agent(),
                    Change.ROTA,
                    given.outcome().why(),
                    given.outcome().because(),
                    given.question(),
                    given.question().at());
        }
    }
}
