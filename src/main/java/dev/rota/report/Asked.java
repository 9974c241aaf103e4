package dev.rota.report;

import java.time.Instant;
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
}
