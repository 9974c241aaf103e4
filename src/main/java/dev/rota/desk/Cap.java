package dev.rota.desk;

import java.time.Duration;

/**
 * How many requests a downstream may get within any span of that length, over all engines.
 *
 * @param most from 1 up
 */
public record Cap(int most, Duration within) {

    private static final long HALF_A_SECOND = 500;

    /**
     * What may go out at once after a pause: an eighth, so that the rest is spread over the span, and no more than half a
     * second's share, so that whoever was away is not met by a crowd.
     */
    public int burst() {
        return (int) Math.max(1, Math.min(most / 8, most * HALF_A_SECOND / within.toMillis()));
    }

    /**
     * The pause between two requests that keeps the cap: what may go out at once, and what follows it at this pace, add
     * up to no more than {@code most} within any span.
     */
    public Duration pause() {
        return within.dividedBy(Math.max(1, most - burst()));
    }
}
