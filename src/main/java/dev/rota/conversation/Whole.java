package dev.rota.conversation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with everything that happened in it, each list oldest first.
 *
 * @param changes who changed it to what, and why: its timeline
 */
public record Whole(
        @JsonUnwrapped Summary summary,
        List<Message> messages,
        List<Assignment> assignments,
        List<Explanation.Decision> decisions,
        List<Deliveries.Delivery> deliveries,
        List<Change> changes) {

    public Whole {
        messages = List.copyOf(messages);
        assignments = List.copyOf(assignments);
        decisions = List.copyOf(decisions);
        deliveries = List.copyOf(deliveries);
        changes = List.copyOf(changes);
    }

    /**
     * Something said.
     *
     * @param direction {@code in} or {@code out}
     * @param status how far a message of ours has come; null for the customer's
     * @param author who wrote a message of ours; null for the customer's
     * @param error Meta's reason when it failed
     */
    public record Message(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            @Nullable String wamid,
            String direction,
            String type,
            String text,
            Instant at,
            @Nullable String status,
            @Nullable String author,
            @Nullable String error) {

        @Override
        public String toString() {
            return "Message[" + id + ", " + direction + ", " + type + "]";
        }
    }

    /** One agent's responsibility; without an end while it lasts. */
    public record Assignment(String agent, Instant from, @Nullable Instant to, String by, String why, int epoch) {}

    /** What one change made of the conversation. */
    public record Change(
            int epoch,
            Instant at,
            String what,
            String by,
            String why,
            String status,
            String queue,
            @Nullable String owner) {}
}
