package dev.rota.conversation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rota.search.Excerpt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said, with the conversation that it belongs to.
 *
 * @param excerpt the part of its text that shows why it was found; null where nothing was searched for
 */
public record Past(
        @JsonUnwrapped Whole.Message message,
        Conversation conversation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Excerpt.Part> excerpt) {

    /**
     * What of a conversation one has to know to place a message.
     *
     * @param number the name of the company's number
     * @param owner who has it now; null when nobody does
     * @param closedAt null unless it is closed
     */
    public record Conversation(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            String protocol,
            String number,
            Summary.Customer customer,
            String status,
            String queue,
            String requestType,
            Summary.@Nullable Owner owner,
            Instant openedAt,
            @Nullable Instant closedAt) {

        @Override
        public String toString() {
            return "Conversation[" + protocol + ", " + status + "]";
        }
    }

    /** The same with what was done to its message since. */
    Past with(Whole.Message marked) {
        return new Past(marked, conversation, excerpt);
    }

    /** The same with the part of its text that shows why it was found. */
    public Past with(List<Excerpt.Part> parts) {
        return new Past(message, conversation, parts);
    }
}
