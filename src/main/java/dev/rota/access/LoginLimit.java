package dev.rota.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Lets each name try a few passwords a minute, whether or not there is somebody of that name. */
final class LoginLimit {

    static final int ATTEMPTS = 5;
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    // By hash, so that long invented names cost no memory.
    private final Map<Integer, Integer> attempts = new HashMap<>();
    private Instant end = Instant.MIN;

    LoginLimit(Clock clock) {
        this.clock = clock;
    }

    /** Counts an attempt; false when it is one too many. */
    synchronized boolean allows(String name) {
        var now = clock.instant();
        if (!now.isBefore(end)) {
            attempts.clear();
            end = now.plus(WINDOW);
        }
        return attempts.merge(name.hashCode(), 1, Integer::sum) <= ATTEMPTS;
    }
}
