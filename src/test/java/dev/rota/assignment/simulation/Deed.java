package dev.rota.assignment.simulation;

import dev.rota.desk.Status;
import org.jspecify.annotations.Nullable;

/** What a person does with a conversation. */
sealed interface Deed {

    /** Why it makes no sense; null when it does. */
    @Nullable
    String refusal(SimulatedLedger ledger, Chapter chapter);

    void carryOut(SimulatedLedger ledger, Chapter chapter, String by);

    /** An agent takes it, or a supervisor gives it. */
    record Give(String agent, boolean claim) implements Deed {
        @Override
        public @Nullable String refusal(SimulatedLedger ledger, Chapter chapter) {
            var known = ledger.company.agents().get(agent);
            if (known == null || !ledger.company.queue(chapter.queue).teams().contains(known.team())) {
                return agent + " does not serve the queue";
            }
            if (claim ? chapter.status != Status.WAITING : !chapter.isOpen() || agent.equals(chapter.owner)) {
                return "it is " + chapter.status.label();
            }
            var unchecked = claim && ledger.bug == Bug.CLAIM_BEYOND_CAPACITY;
            return unchecked || ledger.hasRoom(agent, chapter.queue) ? null : agent + " is full";
        }

        @Override
        public void carryOut(SimulatedLedger ledger, Chapter chapter, String by) {
            ledger.step(chapter, "assigned", Status.IN_PROGRESS, chapter.queue, agent, by, by + " said so");
        }
    }

    /** It waits again. */
    record Release() implements Deed {
        @Override
        public @Nullable String refusal(SimulatedLedger ledger, Chapter chapter) {
            return chapter.status == Status.IN_PROGRESS ? null : "it is " + chapter.status.label();
        }

        @Override
        public void carryOut(SimulatedLedger ledger, Chapter chapter, String by) {
            ledger.step(chapter, "released", Status.WAITING, chapter.queue, null, by, by + " gave it back");
        }
    }

    /** It waits in another queue. */
    record Move(String queue) implements Deed {
        @Override
        public @Nullable String refusal(SimulatedLedger ledger, Chapter chapter) {
            return chapter.isOpen() ? null : "it is closed";
        }

        @Override
        public void carryOut(SimulatedLedger ledger, Chapter chapter, String by) {
            ledger.step(chapter, "moved", Status.WAITING, queue, null, by, by + " moved it");
            chapter.placed = true;
        }
    }

    /** It ends. */
    record Close() implements Deed {
        @Override
        public @Nullable String refusal(SimulatedLedger ledger, Chapter chapter) {
            return chapter.isOpen() ? null : "it is closed";
        }

        @Override
        public void carryOut(SimulatedLedger ledger, Chapter chapter, String by) {
            ledger.step(chapter, "closed", Status.CLOSED, chapter.queue, null, by, by + " closed it");
        }
    }
}
