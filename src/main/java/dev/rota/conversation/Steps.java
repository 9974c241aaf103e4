package dev.rota.conversation;

import dev.rota.assignment.Verdict;
import dev.rota.conversation.Refusal.Invalid;
import dev.rota.desk.Agent;
import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.util.List;

/** Makes the steps that people take with a conversation, each from the one before. */
final class Steps {

    private final Guard guard;
    private final Loads loads;
    private final Clock clock;

    Steps(Guard guard, Loads loads, Clock clock) {
        this.guard = guard;
        this.loads = loads;
        this.clock = clock;
    }

    /** Given by whoever manages the queue to somebody who serves it; to who is not at work only with a reason. */
    Change assigned(Held held, String agent, String reason, Viewer by) {
        guard.mayManage(held, by);
        guard.isOpen(held, "assigned");
        var serving = guard.servingAgent(agent, held);
        if (reason.isBlank()) {
            guard.isThere(serving, loads.look(List.of(agent), List.of()), clock.instant());
        }
        return given(held, serving, by, because(by.title() + " assigned it", reason));
    }

    /** Given back to its queue. */
    Change released(Held held, String reason, Viewer by) {
        guard.mayHandle(held, by);
        guard.is(held, Status.IN_PROGRESS, "released");
        var why = because(by.title() + " gave it back", reason);
        return taken(held, "released", Status.WAITING, held.queue(), by, why);
    }

    /** Put into another queue, where it waits. */
    Change moved(Held held, String queue, String reason, Viewer by) {
        guard.mayHandle(held, by);
        guard.isOpen(held, "moved");
        guard.queueExists(queue);
        var why = because(by.title() + " moved it from " + held.queue(), reason);
        return taken(held, "moved", Status.WAITING, queue, by, why);
    }

    private String because(String what, String reason) {
        return reason.isBlank() ? what : what + ": " + guard.words(reason);
    }

    /**
     * It becomes an agent's who has a place for it, whose load is held until the transaction ends.
     *
     * @throws Invalid when the agent has it already, or has no place left
     */
    Change given(Held held, Agent agent, Viewer by, String why) {
        if (agent.name().equals(held.owner())) {
            throw new Invalid("agent", agent.title() + " has it already");
        }
        var concerned = held.owner() == null ? List.of(agent.name()) : List.of(agent.name(), held.owner());
        guard.hasRoom(agent, held.queue(), loads.lock(concerned, List.of(held.queue())));
        return new Change(
                held.id(),
                held.epoch() + 1,
                "assigned",
                Status.IN_PROGRESS,
                held.queue(),
                held.owner(),
                agent.name(),
                by.name(),
                why,
                List.of(new Verdict(agent.name(), true, why)),
                clock.instant());
    }

    /** It becomes nobody's. */
    Change taken(Held held, String what, Status status, String queue, Viewer by, String why) {
        return new Change(
                held.id(),
                held.epoch() + 1,
                what,
                status,
                queue,
                held.owner(),
                null,
                by.name(),
                why,
                List.of(),
                clock.instant());
    }
}
