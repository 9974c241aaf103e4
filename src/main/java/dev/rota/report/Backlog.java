package dev.rota.report;

import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many conversations were open, at each of many instants, by the queue in which they were then. */
public interface Backlog {

    /**
     * Counts at instants.
     *
     * @param instants in their order
     */
    List<Point> count(Asked asked, List<Instant> instants, Viewer viewer);

    /**
     * What is behind the figure of one instant, in all queues together, longest in that state first.
     *
     * @param waiting whether those are wanted that nobody owned then; else those that somebody owned
     * @param most how many at most
     */
    List<Open> open(Asked asked, Instant at, boolean waiting, int most, Viewer viewer);

    /**
     * One queue at one instant; what is absent was empty.
     *
     * @param waiting conversations that nobody owned then
     * @param inProgress conversations that somebody owned then
     */
    record Point(Instant at, String queue, int waiting, int inProgress) {}

    /**
     * A conversation that was open.
     *
     * @param owner whose it was; null when it waited
     * @param since when it had come into that state
     */
    record Open(long conversation, String protocol, String queue, @Nullable String owner, Instant since) {}
}
