package dev.rota.report;

import dev.rota.desk.Viewer;
import java.time.Duration;
import java.util.Map;

/** What agents were responsible for, from the intervals of assignments. */
public interface Ownership {

    /** By the agent's name; who was responsible for nothing is absent. */
    Map<String, Owned> of(Asked asked, Viewer viewer);

    /**
     * One agent.
     *
     * @param assigned how often the agent became responsible
     * @param conversations for how many the agent was responsible at some time
     * @param time for how long, of all of them together, until now at most; by the wall clock
     */
    record Owned(int assigned, int conversations, Duration time) {

        /** Of who was responsible for nothing. */
        public static final Owned NOTHING = new Owned(0, 0, Duration.ZERO);
    }
}
