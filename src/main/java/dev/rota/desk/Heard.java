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
     * A message from a customer.
     *
     * @param identities the customer's ids, strongest first; at least one
     * @param name the name in the customer's WhatsApp profile
     */
    record Message(Event event, List<Identity> identities, @Nullable String name, Said said) implements Heard {

        public Message {
            identities = List.copyOf(identities);
        }

        @Override
        public String kind() {
            return "message";
        }

        @Override
        public String toString() {
            return "Message[" + event + ", " + said + "]";
        }
    }

    /**
     * The fate of a message that we had sent.
     *
     * @param wamid the id of our message
     * @param error Meta's reason when it failed
     */
    record Progress(Event event, String wamid, MessageStatus status, Instant at, @Nullable String error)
            implements Heard, Effects {
        @Override
        public String kind() {
            return "status";
        }

        @Override
        public String toString() {
            return "Progress[" + event + ", " + status + "]";
        }
    }

    /** Something that is kept and counted, and changes no conversation. */
    record Notice(Event event, String about) implements Heard, Effects {
        @Override
        public String kind() {
            return "notice";
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
