package dev.rota.journal;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This engine among the others: registers, reports each second, and takes and gives back lanes. */
final class Membership {

    private static final Logger log = LoggerFactory.getLogger(Membership.class);

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

    private final Registry registry;
    private final LaneTable table;
    private @Nullable ExecutorService heartbeat;
    private volatile Roll roll = Roll.NONE;
    private boolean works;
    private boolean reached = true;
    private Runnable changed = () -> {};

    Membership(Registry registry, LaneTable table) {
        this.registry = registry;
        this.table = table;
    }

    /** What this engine knows of itself and the others. */
    Roll roll() {
        return roll;
    }

    int token() {
        return roll.token();
    }

    /** Registers; when it returns, every other engine's next commit sees this one. */
    synchronized void start() {
        register();
        heartbeat = Daemons.every(BETWEEN_REPORTS, "journal-heartbeat", this::beat);
    }

    /** Takes a share of the lanes from now on, and says so when that has changed something. */
    synchronized void takeLanes(Runnable whenChanged) {
        works = true;
        changed = whenChanged;
        beat();
    }

    /** Takes no more lanes. */
    synchronized void takeNoMore() {
        works = false;
    }

    /** Gives those lanes back that are being left and have nothing in work. */
    synchronized void giveBack() {
        if (roll.registered()) {
            beat();
        }
    }

    private synchronized void beat() {
        try {
            report();
            reached = true;
        } catch (RuntimeException e) {
            if (reached) {
                log.warn("journal: the database can't be reached ({}), trying again each second", Trouble.describe(e));
            }
            reached = false;
        }
    }

    private void report() {
        if (!roll.registered()) {
            returnIfFree();
            return;
        }
        var answer = registry.report(roll.token(), table.left(), works);
        follow(answer.orElse(Roll.NONE));
        if (answer.isEmpty()) {
            log.warn("journal: this engine has been declared gone; its lanes are somebody else's now");
        }
    }

    private void returnIfFree() {
        if (registry.nameTaken()) {
            log.error("journal: another engine runs under the same name; give each its own ROTA_ENGINE");
            return;
        }
        register();
    }

    private void register() {
        var token = registry.register();
        roll = Roll.of(token);
        registry.report(token, table.left(), works).ifPresent(this::follow);
    }

    private void follow(Roll seen) {
        roll = seen;
        table.follow(seen);
        changed.run();
    }

    /** Takes leave of the others. */
    synchronized void stop() {
        if (heartbeat != null) {
            heartbeat.shutdownNow();
        }
        var last = roll;
        follow(Roll.NONE);
        try {
            if (last.registered()) {
                registry.leave(last.token());
            }
        } catch (RuntimeException e) {
            log.warn("journal: leave could not be taken ({}); the others will notice", Trouble.describe(e));
        }
    }
}
