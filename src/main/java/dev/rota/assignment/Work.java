package dev.rota.assignment;

import dev.rota.desk.Handout;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that waits for an agent.
 *
 * @param skill a skill that is asked for, or null
 * @param since since when it waits
 * @param lastAgent whoever had the customer's last conversation, where the queue wants to know; else null
 * @param handout how its queue hands out
 */
public record Work(
        long conversation,
        String queue,
        @Nullable String skill,
        Instant since,
        @Nullable String lastAgent,
        Handout handout) {

    /** Work that goes to the least loaded, whoever has the skill first, however long it waits. */
    public Work(long conversation, String queue, @Nullable String skill) {
        this(conversation, queue, skill, Instant.EPOCH, null, Handout.PLAIN);
    }

    /** How long it has waited by then. */
    Duration waited(Instant at) {
        return at.isAfter(since) ? Duration.between(since, at) : Duration.ZERO;
    }
}
