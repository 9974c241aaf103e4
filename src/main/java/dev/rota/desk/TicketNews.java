package dev.rota.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a ticket in its downstream.
 *
 * @param key what makes it the same when it comes again, within its downstream
 * @param ticketId what the downstream calls the ticket
 * @param reference what the ticket was given to be found by, {@code rota-} and the conversation; null where the
 *     downstream does not tell
 * @param by what the downstream calls who did it; null when it does not tell
 * @param at when, by the downstream's clock
 */
public record TicketNews(
        String downstream,
        String key,
        @Nullable String ticketId,
        @Nullable String reference,
        What what,
        @Nullable String by,
        Instant at) {

    /** What was done. */
    public sealed interface What {
        /** The name used in news and in the database. */
        String label();
    }

    /** Somebody answered the customer there. */
    public record Reply(String text) implements What {
        @Override
        public String label() {
            return "reply";
        }

        @Override
        public String toString() {
            return "Reply[]";
        }
    }

    /** Somebody wrote something that the customer shall not read. */
    public record Note(String text) implements What {
        @Override
        public String label() {
            return "note";
        }

        @Override
        public String toString() {
            return "Note[]";
        }
    }

    /**
     * The ticket is somebody's.
     *
     * @param id what the downstream calls the agent; null for nobody
     */
    public record Owner(@Nullable String id) implements What {
        @Override
        public String label() {
            return "owner";
        }
    }

    /** The ticket stands otherwise. */
    public record Standing(Status status) implements What {
        @Override
        public String label() {
            return "status";
        }
    }

    @Override
    public String toString() {
        return "TicketNews[" + downstream + ", " + key + ", " + what.label() + "]";
    }
}
