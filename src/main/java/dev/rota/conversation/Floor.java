package dev.rota.conversation;

import dev.rota.desk.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a supervisor has to know of the open conversations now; nothing is counted that the viewer may not see. */
public interface Floor {

    /** An answer that is due within this time is at risk. */
    Duration RISK = Duration.ofMinutes(15);

    /**
     * Counts.
     *
     * @param today when the day began on which first answers and assignments are counted
     */
    Counted count(Scope scope, Instant today, Viewer viewer);

    /**
     * What is counted; null asks for any.
     *
     * @param number the name of the company's number
     * @param team the name of the team that serves the queue
     */
    record Scope(@Nullable String number, @Nullable String team) {

        /** Everything. */
        public static final Scope ALL = new Scope(null, null);
    }

    /**
     * What was counted on one state of the database.
     *
     * @param unowned open conversations for which nobody's responsibility runs, by the ledger of assignments
     * @param oldest the conversation that has waited longest; null when nobody waits
     */
    record Counted(int unowned, @Nullable Oldest oldest, Map<String, OfQueue> queues, Map<String, OfAgent> agents) {

        public Counted {
            queues = Map.copyOf(queues);
            agents = Map.copyOf(agents);
        }
    }

    /** A conversation that waits, and since when. */
    record Oldest(long conversation, Instant since) {}

    /**
     * One queue; what is absent is empty.
     *
     * @param since since when its oldest conversation waits; null when none does
     * @param waitingAtRisk those that wait whose answer is due within {@link #RISK}, or should have come
     * @param ownedAtRisk those in progress of which that is true
     * @param measured customers who wait for an answer that is due at some time
     * @param late those of them who should have been answered
     */
    record OfQueue(
            int waiting,
            @Nullable Instant since,
            int inProgress,
            int waitingAtRisk,
            int ownedAtRisk,
            int measured,
            int late) {

        /** Nothing at all. */
        public static final OfQueue EMPTY = new OfQueue(0, null, 0, 0, 0, 0, 0);
    }

    /**
     * One agent; who is absent has done nothing.
     *
     * @param open conversations in progress that are theirs
     * @param asking customers of these who wait for an answer
     * @param silentSince since when the one who has waited longest does; null when none does
     * @param answered conversations that began today to which they gave the first answer
     * @param p50 how long the customers of these waited for it, by the clock on the wall; null without any
     * @param given assignments of today's conversations to them
     */
    record OfAgent(
            int open,
            int asking,
            @Nullable Instant silentSince,
            int answered,
            @Nullable Duration p50,
            @Nullable Duration p90,
            int given) {

        /** Nothing at all. */
        public static final OfAgent IDLE = new OfAgent(0, 0, null, 0, null, null, 0);
    }
}
