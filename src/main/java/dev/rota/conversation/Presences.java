package dev.rota.conversation;

import dev.rota.desk.Presence;
import dev.rota.desk.Viewer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is declared of agents' being there. */
public interface Presences {

    /**
     * Declares it from now on.
     *
     * @param until when it ends; null for the end of the agent's shift, and off shift for half a day
     * @throws Refusal when there is no such agent, the viewer may not say so, or the end has passed
     */
    void declare(String agent, Presence.State state, @Nullable Instant until, Viewer by);
}
