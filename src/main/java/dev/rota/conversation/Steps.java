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
