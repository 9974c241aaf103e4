package dev.rota.conversation;

import dev.rota.inquiry.RoutingOverride;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets overrides begin and end on this engine, whoever made them: each is known everywhere within a second. */
public final class DueOverrides {

    private static final Logger log = LoggerFactory.getLogger(DueOverrides.class);

    /** How long after its begin another engine may have decided without it. */
    private static final Duration AFTERMATH = Duration.ofSeconds(10);

    private final TransactionTemplate transaction;
    private final Exceptions exceptions;
    private final OverrideTable table;
    private final OverrideMarks marks;
    private final OverrideReach reach;
    private final Redecisions redecisions;
    private final Clock clock;

    DueOverrides(
            TransactionTemplate transaction,
            Exceptions exceptions,
            OverrideTable table,
            OverrideMarks marks,
            OverrideReach reach,
            Redecisions redecisions,
            Clock clock) {
        this.transaction = transaction;
        this.exceptions = exceptions;
        this.table = table;
        this.marks = marks;
        this.reach = reach;
        this.redecisions = redecisions;
        this.clock = clock;
    }

    /** Learns of what other engines have, ends what is over, and marks what was left behind. */
    public void look() {
        var over = table.endDue(clock.instant());
        exceptions.refresh();
        if (!over.isEmpty()) {
            ended(over);
        }
        var now = clock.instant();
        var rules = exceptions.get();
        for (var override : rules.overrides()) {
            if (override.from().plus(AFTERMATH).isAfter(now)) {
                mark(override, reach.leftBehind(override, override.from().minus(AFTERMATH), rules, now), now);
            }
        }
    }

    /** Lets one begin, and gives its id. What is in progress is marked in the same moment, and what waits at once. */
    long begin(RoutingOverride proposed) {
        var id = Objects.requireNonNull(transaction.execute(status -> {
            var override = table.add(proposed);
            var rules = exceptions.get().with(override);
            mark(override, reach.inProgress(override, rules, override.from()), override.from());
            return override.id();
        }));
        exceptions.refresh();
        redecisions.run();
        log.info("override {} is in force", id);
        return id;
    }

    /** Lets those end that are over. */
    void ended(List<Long> ids) {
        exceptions.refresh();
        transaction.executeWithoutResult(status -> marks.show(ids));
        redecisions.run();
        log.info("overrides {} are over", ids);
    }

    private void mark(RoutingOverride override, List<Again> fitting, Instant now) {
        var ids = fitting.stream().map(again -> again.was().id()).toList();
        transaction.executeWithoutResult(status -> marks.inProgress(override.id(), ids, now));
    }
}
