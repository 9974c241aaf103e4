package dev.rota.desk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The duty to bring one assignment, message, status or copy to one downstream.
 *
 * @param conversation null for a copy, which is about a webhook as a whole
 * @param reference the epoch, message or event that it is about; with downstream, conversation and kind it makes it unique
 * @param body the canonical command, as the downstream's adapter receives it
 */
public record Delivery(String downstream, @Nullable Long conversation, Kind kind, long reference, Command body) {

    /** What is brought. */
    public enum Kind {
        TICKET,
        MESSAGE,
        NOTE,
        STATUS,
        REPLY,
        /** A webhook as Meta sent it, for the system that a number forwards to. */
        COPY;

        /** The name used in keys, the database and the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The idempotency key: the same for every attempt. */
    public String key() {
        return (conversation == null ? "" : conversation + ":") + kind.label() + ":" + reference;
    }

    @Override
    public String toString() {
        return "Delivery[" + downstream + ", " + key() + "]";
    }
}
