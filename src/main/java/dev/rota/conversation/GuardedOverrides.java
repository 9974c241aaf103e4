package dev.rota.conversation;

import dev.rota.conversation.Refusal.Fault;
import dev.rota.desk.FactCheck;
import dev.rota.desk.Role;
import dev.rota.desk.Rules;
import dev.rota.desk.Viewer;
import dev.rota.inquiry.RoutingOverride;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Overrides for people: who may make them, and what makes sense. */
final class GuardedOverrides implements RoutingOverrides {

    private static final ForATime FOR_A_TIME = new ForATime("an override", "routes/triage/");

    private static final int MOST_FACTS = 10;

    /** Each inquiry is recorded with all of them. */
    private static final int MOST_IN_FORCE = 20;

    private final Supplier<Rules> rules;
    private final FactCheck facts;
    private final OverrideTable table;
    private final OverrideReach reach;
    private final OverrideQuery query;
    private final DueOverrides due;
    private final Clock clock;

    GuardedOverrides(
            Supplier<Rules> rules,
            FactCheck facts,
            OverrideTable table,
            OverrideReach reach,
            OverrideQuery query,
            DueOverrides due,
            Clock clock) {
        this.rules = rules;
        this.facts = facts;
        this.table = table;
        this.reach = reach;
        this.query = query;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public List<StandingOverride> list() {
        return query.list(clock.instant());
    }

    @Override
    public Optional<StandingOverride> find(long id, Viewer viewer) {
        return query.find(id, clock.instant(), viewer);
    }

    @Override
    public StandingOverride propose(Wanted wanted, Viewer by) {
        var proposed = proposed(wanted, by);
        var fitting = reach.open(proposed, rules.get().with(proposed), proposed.from());
        return new StandingOverride(
                        null,
                        proposed.match(),
                        proposed.queue(),
                        proposed.until(),
                        proposed.by(),
                        proposed.reason(),
                        proposed.from(),
                        "proposed",
                        null,
                        null,
                        null,
                        null)
                .with(query.foreseen(fitting, by));
    }

    @Override
    public StandingOverride put(Wanted wanted, Viewer by) {
        return found(due.begin(proposed(wanted, by)), by);
    }

    @Override
    public StandingOverride end(long id, Viewer by) {
        mayMake(by);
        var one = find(id, by).orElseThrow(() -> new Refusal.NotFound("there is no override " + id));
        if (!table.end(id, by.name(), clock.instant())) {
            throw new Refusal.Invalid(
                    "id",
                    "override " + id + " is over since " + Objects.requireNonNullElse(one.endedAt(), one.until())
                            + "; only one that is in force can be ended");
        }
        due.ended(List.of(id));
        return found(id, by);
    }

    private StandingOverride found(long id, Viewer by) {
        return find(id, by).orElseThrow();
    }

    private RoutingOverride proposed(Wanted wanted, Viewer by) {
        mayMake(by);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        var faults = new ArrayList<Fault>();
        match(wanted, faults);
        queue(wanted.queue(), faults);
        faults.addAll(FOR_A_TIME.faults(wanted.until(), wanted.reason(), now));
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        var until = Objects.requireNonNull(wanted.until()).truncatedTo(ChronoUnit.MICROS);
        return RoutingOverride.proposed(
                wanted.match(),
                wanted.queue(),
                now,
                until,
                by.name(),
                wanted.reason().strip());
    }

    private void match(Wanted wanted, List<Fault> faults) {
        if (wanted.match().isEmpty() || wanted.match().size() > MOST_FACTS) {
            faults.add(new Fault(
                    "match",
                    "an override without a fact would take everything; expected one to " + MOST_FACTS
                            + " facts and what they have to be, such as product: fibre"));
        }
        if (rules.get().overrides().size() >= MOST_IN_FORCE) {
            faults.add(new Fault("match", MOST_IN_FORCE + " overrides are in force, which is the most; end one first"));
        }
        new TreeMap<>(wanted.match())
                .forEach((fact, value) -> facts.fault(rules.get().company(), fact, value)
                        .ifPresent(sentence -> faults.add(new Fault("match." + fact, sentence))));
    }

    private void queue(String queue, List<Fault> faults) {
        var known = rules.get().company().queues().keySet();
        if (!known.contains(queue)) {
            faults.add(new Fault(
                    "queue",
                    (queue.isBlank() ? "the queue is missing" : "there is no queue '" + queue + "'") + "; there are "
                            + String.join(", ", new TreeSet<>(known))));
        }
    }

    /** It takes conversations from all teams, so no supervisor of some may. */
    private static void mayMake(Viewer by) {
        if (by.role() != Role.OPERATIONS && by.role() != Role.ADMIN) {
            throw new Refusal.Forbidden("operations and admins make overrides; the role "
                    + by.role().label() + " does not");
        }
    }
}
