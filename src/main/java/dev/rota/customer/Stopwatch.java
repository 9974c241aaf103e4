package dev.rota.customer;

import java.time.Duration;

/** Measures how long a look-up took. */
final class Stopwatch {

    private Stopwatch() {}

    static long start() {
        return System.nanoTime();
    }

    static long millisSince(long started) {
        return Duration.ofNanos(System.nanoTime() - started).toMillis();
    }
}
