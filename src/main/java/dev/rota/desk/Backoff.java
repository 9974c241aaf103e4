package dev.rota.desk;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to leave somebody outside alone after a failure. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final RandomGenerator random;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Doubles with each attempt, counted from 1, up to ten minutes; half of it is left to chance. */
    public Duration after(int attempt) {
        var doubled = FIRST.toMillis() << Math.min(attempt - 1, 20);
        var most = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }
}
