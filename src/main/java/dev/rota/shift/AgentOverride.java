package dev.rota.shift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dated exception of an agent: in its time they work one shift or none, whatever the roster says; leave still holds.
 *
 * @param work the shift that they work; null when they are off
 * @param from when it begins
 * @param until when it is over; not part of it
 */
public record AgentOverride(String agent, @Nullable Work work, Instant from, Instant until, String reason)
        implements Lasting {

    /** A shift of a calendar, by their names. */
    public record Work(String calendar, String shift) {}
}
