package dev.rota.conversation;

import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets queues hand out nothing for a time. What waits goes on waiting; whoever takes something by hand still may. */
public interface Pauses {

    /** Those of the viewer's queues that are in force, then those that are over, newest first; the latest hundred. */
    List<StandingPause> list(Viewer viewer);

    /** Until when those of the viewer's queues are paused that are, by their names. */
    Map<String, Instant> inForce(Viewer viewer);

    /** The one in force in a queue, with what ending it would do; empty when the queue is not paused. */
    Optional<StandingPause> of(String queue, Viewer viewer);

    /** What a pause until then would keep from happening, were it to begin now. */
    StandingPause.Effect effect(String queue, Instant until, Viewer viewer);

    /**
     * What one would do; does nothing.
     *
     * @throws Refusal.Invalid with everything about it that makes no sense
     */
    StandingPause propose(Wanted wanted, Viewer by);

    /**
     * Pauses a queue: once this has answered, no engine hands out anything of it.
     *
     * @throws Refusal.Invalid with everything about it that makes no sense
     */
    StandingPause put(Wanted wanted, Viewer by);

    /** Ends one before its time, and hands out what waits. */
    StandingPause end(long id, Viewer by);

    /**
     * A pause that somebody wants.
     *
     * @param until when it ends by itself; null when that was not said
     */
    record Wanted(String queue, @Nullable Instant until, String reason) {}
}
