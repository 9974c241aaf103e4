package dev.rota.conversation;

import dev.rota.assignment.Pause;
import dev.rota.assignment.Staff;
import dev.rota.conversation.Refusal.Forbidden;
import dev.rota.conversation.Refusal.Invalid;
import dev.rota.conversation.Refusal.NotFound;
import dev.rota.desk.Company;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/** Pauses for people: who may make them, and what makes sense. */
final class GuardedPauses implements Pauses {

    private static final ForATime FOR_A_TIME = new ForATime("a pause", "the queue's hours");

    private final TransactionTemplate transaction;
    private final Supplier<Company> company;
    private final QueueLocks locks;
    private final PauseTable table;
    private final Loads loads;
    private final Drainer drainer;
    private final Clock clock;

    GuardedPauses(
            TransactionTemplate transaction,
            Supplier<Company> company,
            QueueLocks locks,
            PauseTable table,
            Loads loads,
            Drainer drainer,
            Clock clock) {
        this.transaction = transaction;
        this.company = company;
        this.locks = locks;
        this.table = table;
        this.loads = loads;
        this.drainer = drainer;
        this.clock = clock;
    }

    @Override
    public List<StandingPause> list(Viewer viewer) {
        return table.list(queues(viewer), clock.instant());
    }

    @Override
    public Map<String, Instant> inForce(Viewer viewer) {
        return table.holding(queues(viewer), clock.instant()).stream()
                .collect(Collectors.toMap(Pause::queue, Pause::until));
    }

    @Override
    public Optional<StandingPause> of(String queue, Viewer viewer) {
        return queues(viewer).contains(queue)
                ? table.of(queue, clock.instant()).map(this::withEffect)
                : Optional.empty();
    }

    @Override
    public StandingPause.Effect effect(String queue, Instant until, Viewer viewer) {
        return effect(new Pause(known(queue, viewer), until, viewer.name(), ""));
    }

    @Override
    public StandingPause propose(Wanted wanted, Viewer by) {
        return withEffect(proposed(wanted, by));
    }

    @Override
    public StandingPause put(Wanted wanted, Viewer by) {
        var proposed = proposed(wanted, by);
        var queue = proposed.queue();
        // Of two who pause it at once, the later finds the pause of the other.
        var id = Objects.requireNonNull(transaction.execute(status -> {
            locks.hold(List.of(queue));
            table.of(queue, proposed.at()).ifPresent(other -> {
                throw new Invalid(
                        "queue",
                        "queue " + queue + " is paused by " + other.by() + " until " + other.until()
                                + " already; end that pause first");
            });
            return table.add(proposed);
        }));
        drainer.drain(List.of(queue)); // after whoever is in the middle of handing out of it
        return found(id);
    }

    @Override
    public StandingPause end(long id, Viewer by) {
        var one = table.find(id, clock.instant())
                .filter(pause -> queues(by).contains(pause.queue()))
                .orElseThrow(() -> new NotFound("there is no pause " + id));
        mayMake(by);
        if (!table.end(id, by.name(), clock.instant())) {
            throw new Invalid(
                    "id",
                    "pause " + id + " is over since " + Objects.requireNonNullElse(one.endedAt(), one.until())
                            + "; only one that is in force can be ended");
        }
        drainer.drain(List.of(one.queue()));
        return found(id);
    }

    private StandingPause found(long id) {
        return withEffect(table.find(id, clock.instant()).orElseThrow());
    }

    private StandingPause withEffect(StandingPause pause) {
        return pause.state().equals("over")
                ? pause
                : pause.with(effect(new Pause(pause.queue(), pause.until(), pause.by(), pause.reason())));
    }

    private StandingPause.Effect effect(Pause pause) {
        var queue = pause.queue();
        var staff = Staff.of(company.get(), List.of(queue), clock.instant());
        staff.load(loads.look(staff.agents(), List.of(queue)));
        staff.pause(List.of(pause));
        return new StandingPause.Effect(
                table.waiting(queue),
                staff.atWork(queue),
                staff.places(queue),
                staff.opening(queue).orElse(null));
    }

    private StandingPause proposed(Wanted wanted, Viewer by) {
        var queue = known(wanted.queue(), by);
        mayMake(by);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        var faults = FOR_A_TIME.faults(wanted.until(), wanted.reason(), now);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        var until = Objects.requireNonNull(wanted.until()).truncatedTo(ChronoUnit.MICROS);
        return new StandingPause(
                null, queue, until, by.name(), wanted.reason().strip(), now, "proposed", null, null, null);
    }

    private String known(String queue, Viewer viewer) {
        if (!queues(viewer).contains(queue)) {
            throw new NotFound("there is no queue '" + queue + "'");
        }
        return queue;
    }

    private Set<String> queues(Viewer viewer) {
        return viewer.role().seesAll()
                ? company.get().queues().keySet()
                : company.get().queuesOf(viewer.teams());
    }

    private static void mayMake(Viewer by) {
        if (by.role() != Role.SUPERVISOR && by.role() != Role.OPERATIONS && by.role() != Role.ADMIN) {
            throw new Forbidden("supervisors, operations and admins pause queues; the role "
                    + by.role().label() + " does not");
        }
    }
}
