package dev.rota.conversation;

import dev.rota.assignment.AgentNow;
import dev.rota.conversation.Refusal.Fault;
import dev.rota.conversation.Refusal.Forbidden;
import dev.rota.conversation.Refusal.Invalid;
import dev.rota.conversation.Refusal.NotFound;
import dev.rota.desk.Company;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what supervisors do with many conversations at once. What would come of it is found by doing it and taking all
 * of it back, so that nothing is foretold by other rules than those that decide.
 */
final class GuardedFloorActions implements FloorActions {

    private static final String TOO_LATE = "it was done more than " + FloorActionTable.UNDO.toMinutes()
            + " minutes ago; what you would change now is another action";

    private final TransactionTemplate transaction;
    private final Supplier<Company> company;
    private final Guard guard;
    private final Steps steps;
    private final Loads loads;
    private final Changes changes;
    private final Drain drain;
    private final Aftermath aftermath;
    private final Restoration restoration;
    private final Drainer drainer;
    private final FloorActionTable table;
    private final Clock clock;

    GuardedFloorActions(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Supplier<Company> company,
            Guard guard,
            Steps steps,
            Loads loads,
            Changes changes,
            Drain drain,
            Aftermath aftermath,
            Restoration restoration,
            Drainer drainer,
            Clock clock) {
        this.transaction = transaction;
        this.company = company;
        this.guard = guard;
        this.steps = steps;
        this.loads = loads;
        this.changes = changes;
        this.drain = drain;
        this.aftermath = aftermath;
        this.restoration = restoration;
        this.drainer = drainer;
        this.table = new FloorActionTable(jdbc);
        this.clock = clock;
    }

    @Override
    public Done preview(Wanted wanted, Viewer by) {
        check(wanted, by);
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return work(wanted, by).done;
        }));
    }

    @Override
    public Done carryOut(Wanted wanted, Viewer by) {
        check(wanted, by);
        var worked = Objects.requireNonNull(transaction.execute(status -> {
            var work = work(wanted, by);
            return new Worked(table.add(work.done, work.epochs, by), work.epochs, work.steps);
        }));
        drainer.drain(Affected.queues(company.get(), worked.steps));
        return worked.done;
    }

    @Override
    public Optional<Done> find(long id, Viewer by) {
        return table.find(id, by, clock.instant());
    }

    @Override
    public Done undo(long id, Viewer by) {
        var steps = Objects.requireNonNull(transaction.execute(status -> {
            var action = table.hold(id, by, clock.instant())
                    .orElseThrow(() -> new NotFound("there is no action " + id + " of yours"));
            if (action.undoUntil() == null) {
                throw new Invalid("id", action.undone() ? "it has been undone already" : TOO_LATE);
            }
            var now = clock.instant();
            var restored = restoration.find(
                    "floor_action_item",
                    "i.action = :of AND i.left_because IS NULL",
                    id,
                    action.at(),
                    now,
                    by,
                    by.title() + " undid what they did with many at once");
            changes.apply(restored.steps());
            aftermath.tell(restored.steps());
            table.undone(id, now, restored.notes());
            return restored.steps();
        }));
        drainer.drain(Affected.queues(company.get(), steps));
        return find(id, by).orElseThrow();
    }

    private void check(Wanted wanted, Viewer by) {
        if (by.role() != Role.SUPERVISOR && by.role() != Role.ADMIN) {
            throw new Forbidden(
                    "supervisors and admins do this; the role " + by.role().label() + " does not");
        }
        var faults = new ArrayList<Fault>();
        if (wanted.rows().isEmpty() || wanted.rows().size() > MOST) {
            faults.add(new Fault(
                    "rows", wanted.rows().size() + " conversations are chosen; expected one to " + MOST + " at once"));
        }
        if (wanted.rows().stream().map(Seen::conversation).distinct().count()
                < wanted.rows().size()) {
            faults.add(new Fault("rows", "a conversation is chosen twice"));
        }
        var known = company.get();
        if (wanted.kind() == Kind.ASSIGN && !known.agents().containsKey(wanted.to())) {
            faults.add(new Fault("to", "there is no agent '" + wanted.to() + "'"));
        }
        if (wanted.kind() == Kind.MOVE && !known.queues().containsKey(wanted.to())) {
            faults.add(new Fault("to", "there is no queue '" + wanted.to() + "'"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        guard.words(wanted.reason());
    }

    private Worked work(Wanted wanted, Viewer by) {
        var now = clock.instant();
        var held = guard.holdAll(wanted.rows().stream().map(Seen::conversation).toList(), by);
        drain.hold(queues(wanted, held.values()), people(wanted, held.values()));
        var everybody = company.get().agents().keySet();
        var before = loads.look(everybody, List.of());
        var made = new ArrayList<Change>();
        var left = new HashMap<Long, String>();
        for (var seen : wanted.rows()) {
            try {
                var step = step(seen, held.get(seen.conversation()), wanted, by);
                changes.apply(List.of(step));
                made.add(step);
            } catch (Refusal refusal) {
                left.put(seen.conversation(), String.valueOf(refusal.getMessage()));
            }
        }
        var last = aftermath.tell(made);
        var lines = wanted.rows().stream()
                .map(seen -> line(seen, held.get(seen.conversation()), last.get(seen.conversation()), left))
                .toList();
        var epochs = new HashMap<Long, Integer>();
        wanted.rows().forEach(seen -> epochs.put(seen.conversation(), seen.epoch()));
        made.forEach(step -> epochs.put(step.conversation(), step.epoch()));
        var done = new Done(
                null,
                wanted.kind(),
                wanted.to(),
                now,
                null,
                false,
                lines,
                loads(before, loads.look(everybody, List.of())));
        return new Worked(done, epochs, made);
    }

    private Change step(Seen seen, @Nullable Held held, Wanted wanted, Viewer by) {
        if (held == null) {
            throw new NotFound("there is no conversation " + seen.conversation());
        }
        if (held.epoch() != seen.epoch()) {
            throw guard.stale(held, "it has changed since you saw it");
        }
        return switch (wanted.kind()) {
            case ASSIGN -> steps.assigned(held, wanted.to(), wanted.reason(), by);
            case MOVE -> steps.moved(held, wanted.to(), wanted.reason(), by);
            case RELEASE -> steps.released(held, wanted.reason(), by);
        };
    }

    private static Line line(Seen seen, @Nullable Held was, @Nullable Change is, Map<Long, String> left) {
        var id = seen.conversation();
        if (was == null) {
            return new Line(id, "", "", null, "", null, left.get(id), null);
        }
        var queue = is == null ? was.queue() : is.queue();
        var owner = is == null ? was.owner() : is.owner();
        return new Line(id, was.protocol(), was.queue(), was.owner(), queue, owner, left.get(id), null);
    }

    private List<Load> loads(Map<String, AgentNow> before, Map<String, AgentNow> after) {
        return company.get().agents().values().stream()
                .map(agent ->
                        new Load(agent.name(), open(before, agent.name()), open(after, agent.name()), agent.capacity()))
                .filter(load -> load.before() != load.after())
                .sorted(Comparator.comparing(Load::agent))
                .toList();
    }

    private static int open(Map<String, AgentNow> loads, String agent) {
        return loads.getOrDefault(agent, AgentNow.IDLE).open();
    }

    private static List<String> queues(Wanted wanted, Collection<Held> held) {
        var queues = new TreeSet<String>();
        held.forEach(one -> queues.add(one.queue()));
        if (wanted.kind() == Kind.MOVE) {
            queues.add(wanted.to());
        }
        return List.copyOf(queues);
    }

    private static List<String> people(Wanted wanted, Collection<Held> held) {
        var target = wanted.kind() == Kind.ASSIGN ? Stream.of(wanted.to()) : Stream.<String>empty();
        return Stream.concat(target, held.stream().map(Held::owner).filter(Objects::nonNull))
                .distinct()
                .toList();
    }

    /** @param epochs to which each conversation was led, or at which it was seen */
    private record Worked(Done done, Map<Long, Integer> epochs, List<Change> steps) {}
}
