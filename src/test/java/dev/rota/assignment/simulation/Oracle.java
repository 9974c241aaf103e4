package dev.rota.assignment.simulation;

import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Presence;
import dev.rota.desk.Queue;
import dev.rota.desk.ShiftEnd;
import dev.rota.desk.SkillStep;
import dev.rota.desk.Strategy;
import dev.rota.shift.Attendance;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is at work, has room and will do, found by counting and from the meaning of the files alone: slowly, and without a
 * line of what hands out.
 */
final class Oracle {

    private final SimulatedLedger ledger;
    private final Company company;
    private final Instant now;
    private final Map<String, Boolean> there = new HashMap<>();
    private final Map<String, Boolean> opened = new HashMap<>();
    private final Map<String, Integer> weights = new HashMap<>();

    Oracle(SimulatedLedger ledger) {
        this.ledger = ledger;
        this.company = ledger.company;
        this.now = ledger.now;
        for (var chapter : ledger.open) {
            if (chapter.owner != null) {
                weights.merge(chapter.owner, chapter.weight, Integer::sum);
            }
        }
    }

    /** What an agent's conversations weigh together. */
    int weight(String agent) {
        return weights.getOrDefault(agent, 0);
    }

    /** Somebody who could be given a conversation that waits; null when nobody could. */
    @Nullable
    String taker(Chapter chapter) {
        var queue = company.queue(chapter.queue);
        if (!handsOut(queue)) {
            return null;
        }
        for (var agent : company.agents().values()) {
            if (serves(agent, queue) && isThere(agent.name()) && hasRoom(queue, agent) && willDo(chapter, agent)) {
                return agent.name();
            }
        }
        return null;
    }

    /** Whether an agent is asked for a conversation, room aside. */
    boolean willDo(Chapter chapter, Agent agent) {
        var queue = company.queue(chapter.queue);
        if (!handsOut(queue)
                || !serves(agent, queue)
                || !isThere(agent.name())
                || agent.name().equals(chapter.givenBackBy)) {
            return false;
        }
        var last = waitedFor(chapter, queue);
        if (last != null) {
            return last.equals(agent.name());
        }
        return chapter.skill == null || agent.level(chapter.skill) >= wantedLevel(chapter, queue);
    }

    boolean isThere(String agent) {
        return there.computeIfAbsent(agent, name -> wasThere(name, now, ledger.person(name).presence));
    }

    /** Whether an agent was at work at some instant of a stretch before now, minute by minute, and now. */
    boolean isThereOrInGrace(String agent, Queue queue) {
        if (isThere(agent)) {
            return true;
        }
        if (!(queue.atShiftEnd() instanceof ShiftEnd.KeepFor grace)) {
            return false;
        }
        for (var ago = Duration.ofSeconds(1); ago.compareTo(grace.time()) <= 0; ago = ago.plusSeconds(1)) {
            if (wasThere(agent, now.minus(ago), ledger.person(agent).presence)) {
                return true;
            }
        }
        return false;
    }

    private boolean wasThere(String agent, Instant at, @Nullable Presence presence) {
        var declared = presence != null
                && presence.state() != Presence.State.AVAILABLE
                && !at.isBefore(presence.since())
                && at.isBefore(presence.until());
        return !declared && company.timetable().attendance(agent, at) instanceof Attendance.OnShift;
    }

    /** Whether a conversation waits where nobody is and no opening is stated, though somebody is in the fallback queue. */
    boolean isStranded(Chapter chapter) {
        var queue = company.queue(chapter.queue);
        if (!isOpen(queue)) {
            return company.timetable()
                    .nextOpening(queue.name(), queue.hours(), now)
                    .isEmpty();
        }
        var fallback = company.queue(company.fallback());
        return !isStaffed(queue) && isOpen(fallback) && isStaffed(fallback);
    }

    private boolean isStaffed(Queue queue) {
        for (var agent : company.agents().values()) {
            if (serves(agent, queue) && isThere(agent.name())) {
                return true;
            }
        }
        return false;
    }

    boolean serves(Agent agent, Queue queue) {
        return queue.teams().contains(agent.team());
    }

    private boolean handsOut(Queue queue) {
        return queue.handout().strategy() != Strategy.MANUAL && isOpen(queue);
    }

    private boolean isOpen(Queue queue) {
        return queue.hours() == null
                || opened.computeIfAbsent(
                        queue.name(), name -> company.timetable().open(name, queue.hours(), now));
    }

    private boolean hasRoom(Queue queue, Agent agent) {
        return weight(agent.name()) + 100 <= agent.capacity() * 100 && fits(queue, agent.name());
    }

    private boolean fits(Queue queue, String agent) {
        var most = queue.handout().capacity();
        var here = 0;
        for (var chapter : most == null ? List.<Chapter>of() : ledger.open) {
            here += agent.equals(chapter.owner) && chapter.queue.equals(queue.name()) ? 1 : 0;
        }
        return most == null || here < most;
    }

    /** The last agent, while the queue waits for them. */
    private @Nullable String waitedFor(Chapter chapter, Queue queue) {
        var last = ledger.lastAgents.get(chapter.customer);
        var patience = queue.handout().preferLast();
        var known = last == null ? null : company.agents().get(last);
        var waits = patience != null
                && known != null
                && serves(known, queue)
                && isThere(known.name())
                && !known.name().equals(chapter.givenBackBy)
                && now.isBefore(chapter.waitingSince.plus(patience));
        return waits ? last : null;
    }

    private int wantedLevel(Chapter chapter, Queue queue) {
        SkillStep reached = null;
        for (var step : queue.handout().skills()) {
            var due = !now.isBefore(chapter.waitingSince.plus(step.after()));
            if (due || reached == null || !somebodyReaches(chapter, queue, reached.atLeast())) {
                reached = step;
            }
        }
        return reached == null ? 0 : reached.atLeast();
    }

    private boolean somebodyReaches(Chapter chapter, Queue queue, int level) {
        for (var agent : company.agents().values()) {
            if (chapter.skill != null
                    && serves(agent, queue)
                    && isThere(agent.name())
                    && !agent.name().equals(chapter.givenBackBy)
                    && agent.level(chapter.skill) >= level) {
                return true;
            }
        }
        return false;
    }
}
