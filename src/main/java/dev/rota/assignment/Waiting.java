package dev.rota.assignment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in its queue.
 *
 * @param since since when it waits
 * @param skill the skill that its decision asks for; null when the queue's own holds
 * @param givenBackBy who gave it back and is not given it again at once, or null
 * @param lastAgent whoever had the customer's last conversation, where the queue wants to know; else null
 */
public record Waiting(
        long conversation,
        Instant since,
        @Nullable String skill,
        @Nullable String givenBackBy,
        @Nullable String lastAgent) {

    /** One that has just come. */
    public static Waiting arrived(long conversation, Instant at, @Nullable String skill) {
        return new Waiting(conversation, at, skill, null, null);
    }
}
