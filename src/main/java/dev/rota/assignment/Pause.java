package dev.rota.assignment;

import java.time.Instant;

/**
 * A queue hands out nothing for a time, since a person said so.
 *
 * @param by the login of who said so
 */
public record Pause(String queue, Instant until, String by, String reason) {

    boolean holdsAt(Instant at) {
        return until.isAfter(at);
    }
}
