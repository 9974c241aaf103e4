package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.shift.Edge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes every switchover whose time has come, each once and in order, however many engines look, and however long nobody
 * did.
 */
public final class DueSwitchovers {

    private static final Logger log = LoggerFactory.getLogger(DueSwitchovers.class);

    /** How long after a switchover somebody may still have been at work who did not know of it when they began. */
    private static final Duration AFTERMATH = Duration.ofMinutes(1);

    private final TransactionTemplate transaction;
    private final Supplier<Company> company;
    private final SwitchoverTable table;
    private final Snapshots snapshots;
    private final SwitchoverRun run;
    private final KeptConversations kept;
    private final Exceptions exceptions;
    private final Clock clock;

    DueSwitchovers(
            TransactionTemplate transaction,
            Supplier<Company> company,
            SwitchoverTable table,
            Snapshots snapshots,
            SwitchoverRun run,
            KeptConversations kept,
            Exceptions exceptions,
            Clock clock) {
        this.transaction = transaction;
        this.company = company;
        this.table = table;
        this.snapshots = snapshots;
        this.run = run;
        this.kept = kept;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /** When there will be something to make, as far ahead as that. */
    public SortedSet<Instant> times(Duration ahead) {
        var now = clock.instant();
        var until = now.plus(ahead);
        var times = new TreeSet<Instant>();
        company.get().timetable().edges(now, until).forEach(edge -> times.add(edge.at()));
        table.plannedUpTo(until).forEach(edge -> times.add(edge.at()));
        return times.tailSet(now);
    }

    /** Makes what is due. */
    public void make() {
        exceptions.refresh();
        due(clock.instant()).forEach(this::make);
    }

    /** Takes up what was left behind by what was made a moment ago, by somebody who did not know of it yet. */
    public void takeUp() {
        exceptions.refresh(); // every engine comes by here each second, and so knows of what another one has planned
        table.madeSince(clock.instant().minus(AFTERMATH)).forEach(this::takeUp);
    }

    /** Returns conversations to their queues that were kept long enough by somebody who has gone home. */
    public void returnKept() {
        if (kept.anyOver(clock.instant())) {
            transaction.executeWithoutResult(status -> run.settle(kept.over(clock.instant())));
        }
    }

    private List<Edge> due(Instant now) {
        var timetable = company.get().timetable();
        var passed = table.watermarks(timetable.calendars(), now);
        var longestAgo = now.minus(SwitchoverTable.REMEMBERED);
        var first = passed.values().stream()
                .filter(longestAgo::isBefore)
                .min(Instant::compareTo)
                .orElse(longestAgo);
        var ofCalendars = timetable.edges(first, now).stream()
                .filter(edge -> edge.at().isAfter(Objects.requireNonNull(passed.get(edge.calendar()))));
        return Stream.concat(ofCalendars, table.plannedUpTo(now).stream())
                .sorted(Comparator.comparing(Edge::at).thenComparing(Edge::calendar))
                .toList();
    }

    private void make(Edge edge) {
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            table.pass(edge);
            table.make(edge, now).ifPresent(made -> {
                exceptions.refresh(); // of one that is made early it must be known who works now
                run.carryOut(made.id(), snapshots.hold(edge, made.policy(), now), made.by());
                log.info(
                        "switchover of {} from {} to {}, due at {}",
                        edge.calendar(),
                        edge.ending(),
                        edge.beginning(),
                        edge.at());
            });
        });
    }

    private void takeUp(SwitchoverTable.Made made) {
        transaction.executeWithoutResult(status -> {
            var left = snapshots.holdLeftBehind(made.edge(), made.policy(), clock.instant(), made.id());
            if (!left.snapshot().open().isEmpty()) {
                run.carryOut(made.id(), left, Change.ROTA);
            }
        });
    }
}
