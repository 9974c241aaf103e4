package dev.rota.conversation;

import dev.rota.conversation.Outdated.Owned;
import dev.rota.desk.Rules;
import dev.rota.desk.Status;
import dev.rota.desk.TryAgain;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings conversations to where the rules and overrides in force want them. One that waits is decided again, from what was
 * said and looked up then and what the calendars say now; one whose owner has left the files waits again. What moved since
 * other rules came into force is kept.
 */
public final class Redecisions {

    private static final Logger log = LoggerFactory.getLogger(Redecisions.class);

    private static final String KEEP =
            "INSERT INTO moved (swap, conversation, epoch) SELECT :swap, * FROM unnest(:ids, :epochs)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Supplier<Rules> rules;
    private final Rulings rulings;
    private final Outdated outdated;
    private final OverrideTable overrides;
    private final Changes changes;
    private final Records records;
    private final Drain drain;
    private final Telling telling;
    private final Clock clock;

    Redecisions(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Supplier<Rules> rules,
            Rulings rulings,
            Changes changes,
            Records records,
            Drain drain,
            Telling telling,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rules = rules;
        this.rulings = rulings;
        this.outdated = new Outdated(jdbc);
        this.overrides = new OverrideTable(jdbc);
        this.changes = changes;
        this.records = records;
        this.drain = drain;
        this.telling = telling;
        this.clock = clock;
    }

    /** Does all that there is to do; what can't be done now is left to the next time. */
    public void run() {
        inBatches(this::takeFromDeparted);
        inBatches(this::decideAgain);
    }

    private void inBatches(LongPredicate batch) {
        try {
            var more = true;
            while (more) {
                more = Boolean.TRUE.equals(
                        transaction.execute(status -> swap().map(batch::test).orElse(false)));
            }
        } catch (TryAgain e) {
            log.debug("conversations are looked at again in the next second: {}", e.getMessage());
        }
    }

    /** The swap that put this engine's rules into force; none while other engines work by other ones already. */
    private Optional<Long> swap() {
        return jdbc.sql("SELECT id FROM (SELECT id, rules FROM swap ORDER BY id DESC LIMIT 1) newest"
                        + " WHERE rules = :rules")
                .param("rules", rules.get().hash())
                .query(Long.class)
                .optional();
    }

    private boolean takeFromDeparted(long swap) {
        var owned = outdated.ownedByOthers(rules.get().company().agents().keySet());
        var returned = owned.stream().map(this::returned).toList();
        write(returned, returned.stream().map(Change::queue).toList());
        keep(swap, returned);
        return !owned.isEmpty();
    }

    private boolean decideAgain(long swap) {
        var now = rules.get();
        var at = clock.instant();
        if (!now.overrides().equals(overrides.inForce(at))) {
            return false; // this engine has yet to hear of one
        }
        var waiting = outdated.waiting(now.stamp());
        outdated.looked(waiting, now.stamp(), changes::aging);
        var decided = waiting.stream()
                .flatMap(each -> Again.ask(each, now, at).stream())
                .filter(again -> again.holds(now))
                .toList();
        rulings.write(decided.stream().map(Again::ruling).toList(), at);
        records.touch(decided.stream().map(again -> again.was().id()).toList());
        var moving = decided.stream().filter(Again::moves).toList();
        write(
                moving.stream().map(this::moved).toList(),
                decided.stream().map(Again::queue).toList());
        keep(
                swap,
                moving.stream()
                        .filter(again -> !now.haveStamped(again.was().stamp()))
                        .map(this::moved)
                        .toList());
        return !waiting.isEmpty();
    }

    private void write(List<Change> steps, Collection<String> queues) {
        if (queues.isEmpty()) {
            return;
        }
        drain.hold(queues, Affected.formerOwners(steps));
        changes.apply(steps);
        Map<Long, Change> last = new LinkedHashMap<>();
        steps.forEach(step -> last.put(step.conversation(), step));
        drain.drain(queues).forEach(step -> last.put(step.conversation(), step));
        telling.tell(last.values(), Map.of());
    }

    private void keep(long swap, List<Change> steps) {
        if (!steps.isEmpty()) {
            jdbc.sql(KEEP)
                    .param("swap", swap)
                    .param("ids", Unnest.bigints(steps, Change::conversation))
                    .param("epochs", Unnest.integers(steps, Change::epoch))
                    .update();
        }
    }

    private Change returned(Owned owned) {
        var why = owned.owner() + " is no longer in config/teams.yaml";
        return step(owned.id(), owned.epoch(), "returned", owned.queue(), owned.owner(), Change.ROTA, why);
    }

    private Change moved(Again again) {
        return step(again.was().id(), again.was().epoch(), "moved", again.queue(), null, again.by(), again.why());
    }

    private Change step(
            long id, int epoch, String what, String queue, @Nullable String formerOwner, String by, String why) {
        return new Change(
                id, epoch + 1, what, Status.WAITING, queue, formerOwner, null, by, why, List.of(), clock.instant());
    }
}
