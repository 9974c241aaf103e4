package dev.rota.conversation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
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
 * @param answerBy when the customer is to be answered at the latest, by the queue's targets and hours; null when nothing
 *     is to be answered, or no target is set
 * @param unansweredSince when the customer wrote first after our last word to them; null when nothing is to be answered
 * @param closedAt null unless it is closed
 * @param waitingReason why nobody has it, in a sentence; null unless it waits
 * @param lastText the words of the last message, but for automatic texts where people said something; empty when it has none
 * @param lastType Meta's name of the last message's type; null when there is no message
 * @param lastMessageId what a reply names as seen; null when there is no message
 * @param override what is in force over the rules of it; null when nothing is
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
        @Nullable Instant unansweredSince,
        @Nullable Instant answerBy,
        @Nullable Instant closedAt,
        @Nullable String waitingReason,
        String lastText,
        @Nullable String lastType,
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Long lastMessageId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Overridden override) {

    /**
     * The person who writes, as far as known.
     *
     * @param username the name that hides the phone
     * @param mayAlsoBe who may be the same person; lists don't tell
     * @param preferences what the customer wants to hear of; lists don't tell
     */
    public record Customer(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String username,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Candidate> mayAlsoBe,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Preference> preferences) {

        /** A customer without a username, as lists show it. */
        public Customer(long id, @Nullable String name, @Nullable String phone) {
            this(id, name, phone, null, null, null);
        }

        @Override
        public String toString() {
            return "Customer[" + id + "]";
        }
    }

    /**
     * Another customer who may be the same person; only people may decide that.
     *
     * @param name null when unknown, or not for the viewer to see
     * @param reason {@code came_together}: ids of both came with one message; {@code other_form}: their WhatsApp ids are
     *     forms of one number; {@code told_phone}: one told the other's phone
     */
    public record Candidate(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id, @Nullable String name, String reason) {

        @Override
        public String toString() {
            return "Candidate[" + id + "]";
        }
    }

    /**
     * Whether the customer wants to hear of something.
     *
     * @param category Meta's name of it, such as {@code marketing_messages}
     * @param number the name of the number that it was said to; null when that was not told
     */
    public record Preference(String category, boolean wanted, Instant at, @Nullable String number) {}

    /** The responsible agent: the name in rules and files, and the name that people write. */
    public record Owner(String id, String name) {}

    /**
     * An override in force that the conversation fits.
     *
     * @param queue where it sends what waits
     * @param by the login of who made it
     */
    public record Overridden(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            String queue,
            Instant until,
            String by,
            String reason) {}

    /** The same, with more told of the customer. */
    Summary of(Customer told) {
        return new Summary(
                id,
                protocol,
                number,
                told,
                status,
                queue,
                requestType,
                priority,
                owner,
                epoch,
                openedAt,
                waitingSince,
                lastMessageAt,
                windowClosesAt,
                unansweredSince,
                answerBy,
                closedAt,
                waitingReason,
                lastText,
                lastType,
                lastMessageId,
                override);
    }

    @Override
    public String toString() {
        return "Summary[" + protocol + ", " + status + ", epoch " + epoch + "]";
    }
}
