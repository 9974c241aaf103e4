package dev.rota.desk;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * The beats of one thread, so far apart that more comes together for each under load. What comes after a quiet time waits
 * for nothing, and no beat waits for what has come in plenty already.
 */
public final class Tempo {

    /** How many are worth a commit of their own: beyond them, each costs the same however many there are. */
    private static final int PLENTY = 32;

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Gathering gathering;
    private long last;

    /** A tempo that begins with a beat. */
    public Tempo(Gathering gathering) {
        this.gathering = gathering;
        this.last = System.nanoTime() - TimeUnit.DAYS.toNanos(1);
    }

    /** Waits for the next beat, or until so many wait, or the thread is interrupted. */
    public void await(IntSupplier waiting) {
        var next = last + gathering.apart();
        for (var left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
            if (waiting.getAsInt() >= PLENTY || Thread.currentThread().isInterrupted()) {
                break;
            }
            LockSupport.parkNanos(Math.min(left, BETWEEN_LOOKS));
        }
        last = System.nanoTime();
    }
}
