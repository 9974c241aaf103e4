package dev.rota.shift;

import java.time.Instant;

/**
 * A dated exception of a queue: in its time it is open or closed, whatever its hours and holidays say.
 *
 * @param from when it begins
 * @param until when it is over; not part of it
 */
public record QueueOverride(String queue, boolean open, Instant from, Instant until, String reason)
        implements Lasting {}
