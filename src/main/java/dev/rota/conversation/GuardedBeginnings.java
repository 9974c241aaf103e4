package dev.rota.conversation;

import dev.rota.assignment.Verdict;
import dev.rota.conversation.Refusal.Forbidden;
import dev.rota.conversation.Refusal.Invalid;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Queue;
import dev.rota.desk.Role;
import dev.rota.desk.Status;
import dev.rota.desk.TryAgain;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins conversations in one transaction each: customer, conversation, assignment, message and deliveries. */
final class GuardedBeginnings implements Beginnings {

    private static final int TRIES = 3;

    private final TransactionTemplate transaction;
    private final Supplier<Company> company;
    private final Addressees addressees;
    private final Firsts firsts;
    private final Guard guard;
    private final Loads loads;
    private final Changes changes;
    private final Replies replies;
    private final Telling telling;
    private final Clock clock;

    GuardedBeginnings(
            TransactionTemplate transaction,
            Supplier<Company> company,
            Addressees addressees,
            Firsts firsts,
            Guard guard,
            Loads loads,
            Changes changes,
            Replies replies,
            Telling telling,
            Clock clock) {
        this.transaction = transaction;
        this.company = company;
        this.addressees = addressees;
        this.firsts = firsts;
        this.guard = guard;
        this.loads = loads;
        this.changes = changes;
        this.replies = replies;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public long begin(Beginning wanted, Viewer by) {
        guard.works(by);
        for (var tries = 1; ; tries++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> once(wanted, by)));
            } catch (TryAgain | DuplicateKeyException met) {
                if (tries == TRIES) {
                    throw met;
                }
            }
        }
    }

    private long once(Beginning wanted, Viewer by) {
        var number = number(wanted.number(), by);
        var agent = agent(wanted.agent(), by);
        var queue = queue(wanted.queue(), agent);
        var to = addressees.find(wanted.customer(), number.id());
        firsts.open(to.customer(), number.id()).ifPresent(open -> {
            throw guard.stale(open, "the customer has an open conversation with '" + number.name() + "' already");
        });
        var wording = replies.checked(number.id(), to.customer(), wanted.template());
        guard.hasRoom(agent, queue, loads.lock(List.of(agent.name()), List.of(queue)));
        var now = clock.instant();
        var conversation = firsts.write(number, to, queue, changes.aging(queue), by.name(), now);
        var steps = steps(conversation, queue, agent, by, now);
        changes.record(List.of(steps.get(0)));
        changes.apply(List.of(steps.get(1)));
        var destination = new Destination(conversation, number.id(), to.address());
        var message = replies.send(destination, wording, by.name(), null, now);
        telling.tell(List.of(steps.get(1)), Map.of(message, conversation));
        return conversation;
    }

    private Number number(String name, Viewer by) {
        var number = company.get().numbers().get(name);
        var sees = number != null
                && (by.role().seesAll() || number.teams().stream().anyMatch(by.teams()::contains));
        if (number == null || !sees) {
            throw new Invalid("number", "there is no number '" + name + "'");
        }
        if (number.isShadow()) {
            throw new Invalid("number", "number '" + name + "' runs in shadow mode: Rota sends nothing from it");
        }
        return number;
    }

    private Agent agent(@Nullable String wanted, Viewer by) {
        var name = wanted == null ? by.name() : wanted;
        if (!name.equals(by.name()) && by.role() != Role.SUPERVISOR && by.role() != Role.ADMIN) {
            throw new Forbidden("only a supervisor begins a conversation for somebody else");
        }
        var agent = company.get().agents().get(name);
        if (agent == null) {
            throw new Invalid("agent", "there is no agent '" + name + "'; expected whose conversation it shall be");
        }
        return agent;
    }

    private String queue(@Nullable String wanted, Agent agent) {
        var served = company.get().queues().values().stream()
                .filter(queue -> queue.teams().contains(agent.team()))
                .map(Queue::name)
                .sorted()
                .toList();
        if (wanted == null && served.size() == 1) {
            return served.get(0);
        }
        if (wanted == null || !served.contains(wanted)) {
            throw new Invalid(
                    "queue",
                    "expected a queue that " + agent.title() + " serves: "
                            + served.stream().collect(Collectors.joining(", ")));
        }
        return wanted;
    }

    private static List<Change> steps(long conversation, String queue, Agent agent, Viewer by, Instant now) {
        var why = by.title() + " wrote first";
        var because = List.of(new Verdict(agent.name(), true, why));
        return List.of(
                new Change(conversation, 1, "begun", Status.WAITING, queue, null, null, by.name(), why, List.of(), now),
                new Change(
                        conversation,
                        2,
                        "assigned",
                        Status.IN_PROGRESS,
                        queue,
                        null,
                        agent.name(),
                        by.name(),
                        why,
                        because,
                        now));
    }
}
