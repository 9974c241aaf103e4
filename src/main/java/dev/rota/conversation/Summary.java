package dev.rota.conversation;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as lists show it.
 *
 * @param protocol the short unique name that people quote
 * @param number the name of the company's number
 * @param status a label of {@link dev.rota.desk.Status}
 * @param priority a label of {@link dev.rota.routing.Priority}
 * @param waitingSince null unless it waits
 * @param windowClosesAt until when the customer may be answered freely; null when the customer has said nothing
 * @param closedAt null unless it is closed
 * @param waitingReason why nobody has it, in a sentence; null unless it waits
 * @param lastText the words of the last message; empty when it has none
 * @param lastMessageId what a reply names as seen; null when there is no message
 */
public record Summary(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        String protocol,
        String number,
        Customer customer,
        String status,
        String queue,
        String requestType,
        String priority,
        @Nullable Owner owner,
        int epoch,
        Instant openedAt,
        @Nullable Instant waitingSince,
        Instant lastMessageAt,
        @Nullable Instant windowClosesAt,
        @Nullable Instant closedAt,
        @Nullable String waitingReason,
        String lastText,
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Long lastMessageId) {

    /** The person who writes, as far as known. */
    public record Customer(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id, @Nullable String name, @Nullable String phone) {

        @Override
        public String toString() {
            return "Customer[" + id + "]";
        }
    }

    /** The responsible agent: the name in rules and files, and the name that people write. */
    public record Owner(String id, String name) {}

    @Override
    public String toString() {
        return "Summary[" + protocol + ", " + status + ", epoch " + epoch + "]";
    }
}
