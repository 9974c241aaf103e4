package dev.rota.flow.rules;

import dev.rota.config.Placeholders;
import dev.rota.config.Problem;
import dev.rota.config.RuleFiles;
import dev.rota.flow.rules.ActiveRules.InForce;
import dev.rota.flow.triage.RouteSetRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.transaction.TransactionException;

/** Looks again and again at the folders, at the secrets, and at what is in force on all engines. */
final class RuleWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RuleWatch.class);

    private static final long SECRETS_EVERY_MS = 1000;
    private static final long OTHERS_EVERY_MS = 2000;
    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(10);

    private final Supplier<RuleFiles> folders;
    private final Placeholders placeholders;
    private final RuleSwaps swaps;
    private final ActiveRules active;
    private final OtherFiles others;
    private final Consumer<RuleSet> before;
    private final Clock clock;
    private final Quiet quiet = new Quiet(Quiet.LOOKS);
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(daemon());
    private volatile List<Problem> notFollowed = List.of();
    private Instant nextTry = Instant.MIN;
    private String handled;
    private boolean away;

    /**
     * Prepares to watch; it looks after {@link #start}.
     *
     * @param begunWith the hash of the folders that the engine has begun with
     * @param before hears of rules that are about to come into force
     */
    RuleWatch(
            Supplier<RuleFiles> folders,
            String begunWith,
            Placeholders placeholders,
            RuleSwaps swaps,
            ActiveRules active,
            OtherFiles others,
            Consumer<RuleSet> before,
            Clock clock) {
        this.folders = folders;
        this.handled = begunWith;
        this.placeholders = placeholders;
        this.swaps = swaps;
        this.active = active;
        this.others = others;
        this.before = before;
        this.clock = clock;
    }

    void start() {
        every(Quiet.LOOK_EVERY_MS, this::look);
        every(SECRETS_EVERY_MS, this::lookAtSecrets);
        every(OTHERS_EVERY_MS, others::look);
    }

    /** It does not give way as other work does: whoever has saved a file waits for it, and it comes seldom. */
    private static ThreadFactory daemon() {
        var factory = new CustomizableThreadFactory("rota-rules-");
        factory.setDaemon(true);
        return factory;
    }

    private void every(long millis, Runnable look) {
        var unused = looks.scheduleWithFixedDelay(() -> withoutEnd(look), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Why this engine can't work by what is in force; empty when it does. */
    List<Problem> notFollowed() {
        return notFollowed;
    }

    /** One look; called by one thread. */
    void look() {
        follow();
        quiet.look(folders.get()).filter(files -> !files.hash().equals(handled)).ifPresent(files -> {
            swaps.propose(files, active.now().swap()).ifPresent(this::swap);
            handled = files.hash();
        });
    }

    private void follow() {
        if (clock.instant().isBefore(nextTry)) {
            return;
        }
        try {
            swaps.follow(active.now()).ifPresent(this::swap);
            notFollowed = List.of();
        } catch (RouteSetRefused e) {
            e.problems().forEach(problem -> log.warn("the rules in force can't be followed: {}", problem));
            notFollowed = e.problems();
            nextTry = clock.instant().plus(UNTIL_NEXT_TRY);
        }
    }

    void lookAtSecrets() {
        if (placeholders.changed()) {
            try {
                swap(swaps.renewed(active.now()));
            } catch (RouteSetRefused e) {
                e.problems().forEach(problem -> log.warn("the secrets before stay in force: {}", problem));
            }
        }
    }

    private void swap(InForce next) {
        before.accept(next.set());
        active.swap(next);
    }

    /** A look that fails is made again; each failure in a row is not told. */
    private void withoutEnd(Runnable look) {
        try {
            look.run();
            away = false;
        } catch (DataAccessException | TransactionException e) {
            if (!away) {
                log.warn("rules wait: the database is away ({})", e.getClass().getSimpleName());
            }
            away = true;
        } catch (RuntimeException e) {
            log.error("looking for other rules failed", e);
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
