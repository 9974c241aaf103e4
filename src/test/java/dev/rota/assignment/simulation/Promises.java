package dev.rota.assignment.simulation;

import dev.rota.assignment.Handed;
import dev.rota.desk.Silence;
import dev.rota.desk.Status;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was promised of ownership, by the numbers that the promises have; looked after by counting. */
final class Promises {

    private final SimulatedLedger ledger;
    private final Map<Long, Integer> epochs = new HashMap<>();
    private final Map<Long, @Nullable String> owners = new HashMap<>();
    private final Map<String, Integer> weights = new HashMap<>();
    private int looked;

    Promises(SimulatedLedger ledger) {
        this.ledger = ledger;
    }

    /** The first promise that does not hold after an event, in a sentence; null when all do. */
    @Nullable
    String broken(Event event) {
        var oracle = new Oracle(ledger);
        var broken = ofAgain(event);
        broken = broken == null ? ofLate(event) : broken;
        broken = broken == null ? ofCommand(event) : broken;
        broken = broken == null ? ofSteps(oracle) : broken;
        broken = broken == null ? ofMessage(event, oracle) : broken;
        broken = broken == null ? ofOwners() : broken;
        broken = broken == null ? ofLoads(oracle) : broken;
        broken = broken == null ? ofSwitchover(event, oracle) : broken;
        return broken == null ? ofWaiting(oracle) : broken;
    }

    /** One event, one effect: what comes again changes nothing. */
    private @Nullable String ofAgain(Event event) {
        return event.kind() != Event.Kind.AGAIN || event.stateBefore().equals(ledger.state())
                ? null
                : "3: " + event.what() + " had an effect again";
    }

    /** A late older message never rewinds anything. */
    private static @Nullable String ofLate(Event event) {
        var chapter = event.chapter();
        return event.kind() != Event.Kind.LATE_MESSAGE
                        || chapter == null
                        || chapter.glimpse().equals(event.before())
                ? null
                : "4: a message that came late made " + event.before() + " into " + chapter.glimpse();
    }

    /** After a switchover nothing waits where neither people nor an opening are to be expected. */
    private @Nullable String ofSwitchover(Event event, Oracle oracle) {
        if (event.kind() == Event.Kind.SWITCHOVER) {
            for (var chapter : ledger.open) {
                if (chapter.status == Status.WAITING && oracle.isStranded(chapter)) {
                    return "13: nobody is there for " + chapter + ", nor is it said when";
                }
            }
        }
        return null;
    }

    /** A command on a stale view has no effect, and says who has the conversation. */
    private static @Nullable String ofCommand(Event event) {
        var chapter = event.chapter();
        var before = event.before();
        if (event.kind() != Event.Kind.COMMAND || chapter == null || before == null || event.seen() == before.epoch()) {
            return null;
        }
        if (event.refusal() == null || chapter.epoch != before.epoch()) {
            return "5: a command on epoch " + event.seen() + " had an effect on " + chapter;
        }
        return event.refusal().startsWith(before.owner() + " has it") ? null : "5: the refusal does not say who has it";
    }

    private @Nullable String ofSteps(Oracle oracle) {
        for (; looked < ledger.steps.size(); looked++) {
            var step = ledger.steps.get(looked);
            var id = step.chapter().id;
            if (step.epoch() != epochs.getOrDefault(id, 1) + 1 || !same(step.formerOwner(), owners.get(id))) {
                return "5: step " + step.what() + " of " + step.chapter() + " does not follow the one before";
            }
            epochs.put(id, step.epoch());
            owners.put(id, step.owner());
            if (step.by().isBlank() || step.why().isBlank()) {
                return "14: nobody and nothing stands for step " + step.what() + " of " + step.chapter();
            }
            if (step.owner() != null && step.by().equals("rota") && !oracle.isThere(step.owner())) {
                return "7: " + step.owner() + " is not at work and got " + step.chapter();
            }
            var broken = step.given() == null ? null : ofGiven(step, oracle);
            if (broken != null) {
                return broken;
            }
        }
        return null;
    }

    private @Nullable String ofGiven(Step step, Oracle oracle) {
        var given = step.given();
        var agent = ledger.company.agents().get(String.valueOf(step.owner()));
        if (given == null || agent == null || !given.question().answer().equals(given.outcome())) {
            return "12: the choice for " + step.chapter() + " has another answer when it is made again";
        }
        var queue = given.question().work().queue();
        for (var other : ledger.open) {
            if (other.isWaitingIn(queue) && isBefore(other, given) && oracle.willDo(other, agent)) {
                return "6: " + step.chapter() + " overtook " + other;
            }
        }
        return null;
    }

    private boolean isBefore(Chapter other, Handed.Given given) {
        var chapter = ledger.chapter(given.conversation());
        var since = given.question().work().since();
        var place = since.minusSeconds(SimulatedCompany.AGING.toSeconds() * chapter.priority.rank());
        var order = other.place().compareTo(place);
        return order < 0 || (order == 0 && other.id < chapter.id);
    }

    /** A message goes to nobody who has gone home. */
    private @Nullable String ofMessage(Event event, Oracle oracle) {
        var chapter = event.chapter();
        var before = event.before();
        if (event.kind() != Event.Kind.MESSAGE
                || chapter == null
                || chapter.owner == null
                || before == null
                || chapter.epoch != before.epoch()) {
            return null;
        }
        return oracle.isThereOrInGrace(chapter.owner, ledger.company.queue(chapter.queue))
                ? null
                : "7: the message went to " + chapter.owner + ", who is not at work: " + chapter;
    }

    private @Nullable String ofOwners() {
        var open = new HashSet<Integer>();
        for (var chapter : ledger.open) {
            if (!open.add(chapter.customer)) {
                return "5: a customer has two open conversations, one of them " + chapter;
            }
            if ((chapter.status == Status.IN_PROGRESS) != (chapter.owner != null)
                    || !same(chapter.owner, owners.get(chapter.id))
                    || chapter.epoch != epochs.getOrDefault(chapter.id, 1)) {
                return "5: what is written down does not make " + chapter;
            }
        }
        return null;
    }

    /** Nobody is given more than they may have; who has more since the files changed gets nothing until it is less. */
    private @Nullable String ofLoads(Oracle oracle) {
        for (var entry : ledger.people.entrySet()) {
            var name = entry.getKey();
            var weight = oracle.weight(name);
            if (weight != entry.getValue().weight) {
                return "5: " + name + " is loaded with " + entry.getValue().weight + " and should be with " + weight;
            }
            var agent = ledger.company.agents().get(name);
            var most = agent == null ? 0 : agent.capacity() * Silence.WHOLE;
            if (weight > Math.max(most, weights.getOrDefault(name, 0))) {
                return "5: " + name + " has " + weight + " hundredths of at most " + most;
            }
            weights.put(name, weight);
        }
        return null;
    }

    private @Nullable String ofWaiting(Oracle oracle) {
        for (var chapter : ledger.open) {
            if (chapter.status == Status.WAITING) {
                var taker = oracle.taker(chapter);
                if (taker != null) {
                    return "6: " + taker + " could have " + chapter;
                }
            }
        }
        return null;
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }
}
