package dev.rota.desk;

import dev.rota.inquiry.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event says, once it has been read. */
public sealed interface Heard {

    /** The event it was read from. */
    Event event();

    /** The name that routes choose by. */
    String kind();

    /**
     * Something said between a customer and the company.
     *
     * @param identities the customer's ids, strongest first; at least one
     * @param left ids that were the customer's until now, such as an old number
     */
    record Message(
            Event event, Source source, List<Identity> identities, List<Identity> left, Profile profile, Said said)
            implements Heard {

        public Message {
            identities = List.copyOf(identities);
            left = List.copyOf(left);
        }

        /** A customer's message under ids that stay. */
        public static Message of(Event event, List<Identity> identities, Profile profile, Said said) {
            return new Message(event, Source.CUSTOMER, identities, List.of(), profile, said);
        }

        @Override
        public String kind() {
            return "message";
        }

        /** Whether the customer says something to us that somebody should answer. */
        public boolean asksForAnswer() {
            return source == Source.CUSTOMER && said.content().asksForAnswer();
        }

        /** Whether somebody should look at it when the customer has no conversation yet. */
        public boolean opensConversation() {
            return source == Source.CUSTOMER && said.content().opensConversation();
        }

        @Override
        public String toString() {
            return "Message[" + event + ", " + source + ", " + said + "]";
        }
    }

    /**
     * The fate of a message that we had sent.
     *
     * @param wamid the id of our message
     * @param error Meta's reason when it failed
     * @param message our own id of the message, which went out with it; null when it did not come back
     */
    record Progress(
            Event event, String wamid, MessageStatus status, Instant at, @Nullable String error, @Nullable Long message)
            implements Heard, Effects {

        /** One that tells Meta's id alone. */
        public Progress(Event event, String wamid, MessageStatus status, Instant at, @Nullable String error) {
            this(event, wamid, status, at, error, null);
        }

        @Override
        public String kind() {
            return "status";
        }

        @Override
        public String toString() {
            return "Progress[" + event + ", " + status + "]";
        }
    }

    /**
     * Whether a customer wants to hear of something.
     *
     * @param identities the customer's ids, strongest first; at least one
     * @param category Meta's name of it, such as {@code marketing_messages}
     * @param wanted false from {@code stop} on, true from {@code resume} on
     */
    record Preference(Event event, List<Identity> identities, String category, boolean wanted, Instant at)
            implements Heard, Effects {

        public Preference {
            identities = List.copyOf(identities);
        }

        @Override
        public String kind() {
            return "preference";
        }

        @Override
        public String toString() {
            return "Preference[" + event + ", " + category + "]";
        }
    }

    /**
     * Something that changes no conversation; kept, and shown to who runs the numbers where it says something.
     *
     * @param about what it is, by Meta's name of the field
     * @param sentence what it says, without a word of a customer's; null when there is nothing to do about it
     */
    record Notice(Event event, String about, @Nullable String sentence) implements Heard, Effects {
        @Override
        public String kind() {
            return "notice";
        }
    }

    /** A webhook as it came, to go on to the system that its number forwards to. */
    record Copy(Event event) implements Heard, Effects {
        @Override
        public String kind() {
            return "copy";
        }
    }

    /** Something that can't be handled, with the reason in a sentence. */
    record Unhandled(Event event, String reason) implements Heard, Effects {
        @Override
        public String kind() {
            return "unhandled";
        }
    }
}
