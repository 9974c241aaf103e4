package dev.rota.conversation;

import dev.rota.assignment.AgentNow;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much there is to do now. */
public interface Workload {

    /** What agents do and have declared, by agent; who is absent has done and said nothing. */
    Map<String, AgentNow> nowByAgent();

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
