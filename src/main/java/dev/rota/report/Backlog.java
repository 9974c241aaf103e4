package dev.rota.report;

import dev.rota.desk.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many conversations were open, at each of many instants, by the queue in which they were then. */
public interface Backlog {

    /**
     * Counts from the beginning of the time to its end or to now, whichever comes first, and there once more.
     *
     * @param step from one instant to the next, at least a second
     */
    List<Point> count(Asked asked, Duration step, Viewer viewer);

    /** The instants at which it counts until now: what it counts at one of them that it does not tell is nothing. */
    static List<Instant> instants(Asked asked, Duration step, Instant now) {
        var end = asked.to().isBefore(now) ? asked.to() : now;
        var instants = new ArrayList<Instant>();
        for (var at = asked.from(); at.isBefore(end); at = at.plus(step)) {
            instants.add(at);
        }
        instants.add(end);
        return instants;
    }

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
