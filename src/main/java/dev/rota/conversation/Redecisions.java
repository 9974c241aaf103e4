package dev.rota.conversation;

import dev.rota.conversation.Outdated.Owned;
import dev.rota.conversation.Outdated.Waiting;
import dev.rota.desk.Company;
import dev.rota.desk.Inquiries;
import dev.rota.desk.Rules;
import dev.rota.desk.Status;
import dev.rota.desk.TryAgain;
import dev.rota.inquiry.Inquiry;
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
 * Brings conversations to where the rules in force want them. One that waits is decided again, from what was said and
 * looked up then and what the calendars say now; one whose owner has left the files waits again. What moved is kept.
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
        write(swap, returned, returned.stream().map(Change::queue).toList());
        return !owned.isEmpty();
    }

    private boolean decideAgain(long swap) {
        var now = rules.get();
        var waiting = outdated.waiting(now.hash());
        outdated.looked(waiting, now.hash(), changes::aging);
        var decided = waiting.stream()
                .flatMap(each -> inquiry(each, now.company())
                        .map(inquiry -> new Again(
                                each,
                                new Ruling(
                                        each.id(),
                                        each.event(),
                                        inquiry,
                                        now.triage().decide(inquiry))))
                        .stream())
                .toList();
        rulings.write(decided.stream().map(Again::ruling).toList(), clock.instant());
        records.touch(decided.stream().map(again -> again.was.id()).toList());
        var moved = decided.stream().filter(Again::moves).map(this::moved).toList();
        write(swap, moved, decided.stream().map(Again::queue).toList());
        return !waiting.isEmpty();
    }

    /** What to decide again; nothing where a person has said where it waits, in a queue that there still is. */
    private Optional<Inquiry> inquiry(Waiting waiting, Company company) {
        if (waiting.wasMoved() && company.queues().containsKey(waiting.queue())) {
            return Optional.empty();
        }
        return company.numberById(waiting.number()).flatMap(number -> waiting.inquiry()
                .map(recorded -> Inquiries.again(recorded, company, number, clock.instant())));
    }

    private void write(long swap, List<Change> steps, Collection<String> queues) {
        if (queues.isEmpty()) {
            return;
        }
        drain.hold(queues, Affected.formerOwners(steps));
        changes.apply(steps);
        if (!steps.isEmpty()) {
            jdbc.sql(KEEP)
                    .param("swap", swap)
                    .param("ids", Unnest.bigints(steps, Change::conversation))
                    .param("epochs", Unnest.integers(steps, Change::epoch))
                    .update();
        }
        Map<Long, Change> last = new LinkedHashMap<>();
        steps.forEach(step -> last.put(step.conversation(), step));
        drain.drain(queues).forEach(step -> last.put(step.conversation(), step));
        telling.tell(last.values(), Map.of());
    }

    private Change returned(Owned owned) {
        var why = owned.owner() + " is no longer in config/teams.yaml";
        return step(owned.id(), owned.epoch(), "returned", owned.queue(), owned.owner(), why);
    }

    private Change moved(Again again) {
        var why = "the rules were changed; they had said " + again.was.queue();
        return step(again.was.id(), again.was.epoch(), "moved", again.queue(), null, why);
    }

    private Change step(long id, int epoch, String what, String queue, @Nullable String formerOwner, String why) {
        return new Change(
                id,
                epoch + 1,
                what,
                Status.WAITING,
                queue,
                formerOwner,
                null,
                Change.ROTA,
                why,
                List.of(),
                clock.instant());
    }

    /** A conversation that was decided again. */
    private record Again(Waiting was, Ruling ruling) {

        String queue() {
            return ruling.decision().queue();
        }

        boolean moves() {
            return !was.queue().equals(queue());
        }
    }
}
