package dev.rota.conversation;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much there is to do now. */
public interface Workload {

    /** How many conversations are each agent's, by agent; who is absent has none. */
    Map<String, Integer> openByAgent();

    /** What is in each queue, by queue; what is absent is empty. */
    Map<String, Backlog> backlogByQueue();

    /**
     * What is in one queue.
     *
     * @param oldestWaitingSince null when nobody waits
     */
    record Backlog(int waiting, int inProgress, @Nullable Instant oldestWaitingSince) {

        /** Nothing at all. */
        public static final Backlog EMPTY = new Backlog(0, 0, null);
    }
}
