package dev.rota.journal;

import dev.rota.desk.Event;
import java.time.Duration;

/**
 * An event that is to be handled.
 *
 * @param attempts how often it has failed by its own fault
 * @param stumbles how often in a row it could not be tried properly
 * @param pause how long to wait before the next try
 */
record Task(Event event, int attempts, int stumbles, Duration pause) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    static Task of(Event event) {
        return new Task(event, 0, 0, Duration.ZERO);
    }

    /** The same after a failure that was not the event's. */
    Task stumbled() {
        return new Task(event, attempts, stumbles + 1, pauseAfter(stumbles));
    }

    /** The same after a failure of its own. */
    Task failed() {
        return new Task(event, attempts + 1, 0, pauseAfter(2 * attempts));
    }

    /** The same, counted as tried, to be tried at once. */
    Task suspected() {
        return new Task(event, attempts + 1, stumbles, Duration.ZERO);
    }

    private static Duration pauseAfter(int doublings) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(doublings, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
