package dev.rota.journal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets the door go first: while callers wait long for their commit, work on what is stored already pauses, the longer
 * they wait the longer. What waits inside is safe; what waits outside is sent again, and makes more to do.
 */
final class Pace {

    private static final long CALM = Duration.ofMillis(5).toNanos();
    private static final long LONGEST = Duration.ofMillis(100).toNanos();

    /** How long a pause is for each unit that the wait is above what is calm. */
    private static final int STEEPNESS = 4;

    /** After that long without a commit nobody waits. */
    private static final long MEMORY = Duration.ofMillis(200).toNanos();

    private static final double SMOOTHING = 0.1;

    private volatile long wait;
    private volatile long notedAt = System.nanoTime();

    /** Notes how long a commit's events had waited; called by one thread. */
    void note(long nanos) {
        wait = (long) (wait + SMOOTHING * (nanos - wait));
        notedAt = System.nanoTime();
    }

    /** How long to pause before the next piece of work, in nanoseconds. */
    long pause() {
        var above = wait - CALM;
        if (above <= 0 || System.nanoTime() - notedAt > MEMORY) {
            return 0;
        }
        return Math.min(LONGEST, STEEPNESS * above);
    }

    /** Pauses, if somebody waits at the door. */
    void letPass() {
        var pause = pause();
        if (pause > 0) {
            LockSupport.parkNanos(pause);
        }
    }
}
