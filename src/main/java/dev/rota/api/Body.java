package dev.rota.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a command carries; a member that no command knows is refused. */
sealed interface Body {

    /** The conversation as the author of the command saw it. */
    record Seen(@JsonProperty(required = true) int epoch) implements Body {}

    /** To whom. */
    record Assign(@JsonProperty(required = true) int epoch, @JsonProperty(required = true) String agent)
            implements Body {}

    /** Where to. */
    record Move(@JsonProperty(required = true) int epoch, @JsonProperty(required = true) String queue)
            implements Body {}

    /**
     * What the customer shall read.
     *
     * @param seen the id of the last message that the author saw; null when they saw none
     */
    record Reply(
            @JsonProperty(required = true) int epoch,
            @Nullable String text,
            @Nullable String template,
            @Nullable String seen)
            implements Body {

        @Override
        public String toString() {
            return "Reply[epoch=" + epoch + "]";
        }
    }

    /** Whom to erase: an id of ours, a phone number or an id of Meta's; here, since an address would be logged. */
    record Erase(@JsonProperty(required = true) String customer) implements Body {

        @Override
        public String toString() {
            return "Erase";
        }
    }

    /**
     * A message that nobody has written.
     *
     * @param customer the WhatsApp id of its author, or null
     * @param at when it would come; null for now
     */
    record Question(
            @JsonProperty(required = true) String number,
            @JsonProperty(required = true) String text,
            @Nullable String customer,
            @Nullable Instant at)
            implements Body {

        @Override
        public String toString() {
            return "Question[" + number + "]";
        }
    }
}
