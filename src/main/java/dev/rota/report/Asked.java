package dev.rota.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report is of; null asks for any.
 *
 * @param from the first instant that counts
 * @param to the first one that does not
 * @param number the name of the company's number
 * @param team the name of a team that serves the queue
 * @param queue the name of the queue in which it was so then, whatever became of the conversation
 * @param agent who answered, or owned it then
 */
public record Asked(
        Instant from,
        Instant to,
        @Nullable String number,
        @Nullable String team,
        @Nullable String queue,
        @Nullable String agent) {

    public Asked {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a report ends after it begins");
        }
    }

    /**
     * Instants from the beginning to the end or to now, whichever comes first, and that one too.
     *
     * @param step from one to the next, at least a second
     */
    public List<Instant> every(Duration step, Instant now) {
        var end = to.isBefore(now) ? to : now;
        var instants = new ArrayList<Instant>();
        for (var at = from; at.isBefore(end); at = at.plus(step)) {
            instants.add(at);
        }
        instants.add(end);
        return instants;
    }
}
