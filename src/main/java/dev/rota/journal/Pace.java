package dev.rota.journal;

import com.sun.management.OperatingSystemMXBean;
import dev.rota.desk.Gathering;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Lets the door go first where there is not enough processor time for all: while a crowd waits for each commit, work on
 * what is stored already pauses. What waits inside is safe; what waits outside is sent again, and makes more to do. A wait
 * for a slow disk is no reason, since a pause would not make it faster; nor is a backlog of our own with few at the door.
 */
final class Pace implements Gathering {

    /** How many callers that wait for one commit are a crowd. */
    private static final int CROWD = 4;

    private static final long CALM = Duration.ofMillis(2).toNanos();
    private static final long LONGEST = Duration.ofMillis(250).toNanos();

    /** How long a pause is for each unit that the wait is above what is calm. */
    private static final int STEEPNESS = 100;

    /** The share of the processors above which there is not enough for all. */
    private static final double FULL = 0.9;

    /** The share below which there is enough again; in between it is as it was, since a pause itself frees some. */
    private static final double FREE = 0.7;

    /** After that long without a commit nobody waits. */
    private static final long MEMORY = Duration.ofMillis(200).toNanos();

    /** How far apart commits of work are while the processors are idle, and while all are in use. */
    private static final long CLOSEST = Duration.ofMillis(5).toNanos();

    private static final long FARTHEST = Duration.ofMillis(50).toNanos();

    private static final long BETWEEN_LOOKS = Duration.ofMillis(100).toNanos();
    private static final double SMOOTHING = 0.1;

    private final DoubleSupplier load;
    private final LongSupplier clock;
    private volatile double wait;
    private volatile double callers;
    private volatile double used;
    private volatile boolean full;
    private volatile long notedAt;
    private long lookedAt;

    /**
     * Prepares a pace.
     *
     * @param load the share of the processors in use since it was last asked, from 0 to 1; negative when not known
     * @param clock like {@link System#nanoTime()}
     */
    Pace(DoubleSupplier load, LongSupplier clock) {
        this.load = load;
        this.clock = clock;
        this.notedAt = clock.getAsLong() - MEMORY;
    }

    static Pace ofThisMachine() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Pace(machine::getCpuLoad, System::nanoTime);
    }

    /** Notes how many callers waited for a commit, and the first of them how many nanoseconds; called by one thread. */
    void note(int waiting, long nanos) {
        wait = smoothed(wait, (double) nanos);
        callers = smoothed(callers, waiting);
        var now = clock.getAsLong();
        notedAt = now;
        if (now - lookedAt >= BETWEEN_LOOKS) {
            lookedAt = now;
            used = Math.max(0, load.getAsDouble());
            full = used >= (full ? FREE : FULL);
        }
    }

    private static double smoothed(double before, double now) {
        return before + SMOOTHING * (now - before);
    }

    /** How long to pause before the next piece of work, in nanoseconds. */
    long pause() {
        var above = wait - CALM;
        if (above <= 0 || !full || !atWork() || callers < CROWD) {
            return 0;
        }
        return Math.min(LONGEST, (long) (STEEPNESS * above));
    }

    private boolean atWork() {
        return clock.getAsLong() - notedAt < MEMORY;
    }

    /** The more of the processors is in use, the farther: many small commits would take them from the door. */
    @Override
    public long apart() {
        return atWork() ? CLOSEST + (long) (used * (FARTHEST - CLOSEST)) : CLOSEST;
    }

    /** Pauses, if somebody waits at the door. */
    void letPass() {
        var pause = pause();
        if (pause > 0) {
            LockSupport.parkNanos(pause);
        }
    }
}
