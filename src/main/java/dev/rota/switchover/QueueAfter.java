package dev.rota.switchover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A queue after a switchover.
 *
 * @param waiting how many conversations wait in it, before it hands out any
 * @param people how many of its teams are at work
 * @param places how many conversations those can take
 * @param opensAt when it opens; null when it is open, or closed for a year
 * @param nobody what is wrong when it has neither people nor an opening, in a sentence; null when nothing is
 */
public record QueueAfter(
        String queue, int waiting, int people, int places, @Nullable Instant opensAt, @Nullable String nobody) {}
