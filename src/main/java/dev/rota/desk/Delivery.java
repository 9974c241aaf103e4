package dev.rota.desk;

import java.util.Locale;

/**
 * The duty to bring one assignment, message or status to one downstream.
 *
 * @param reference the epoch or message that it is about; with downstream, conversation and kind it makes it unique
 * @param body the canonical command, as the downstream's adapter receives it
 */
public record Delivery(String downstream, long conversation, Kind kind, long reference, Object body) {

    /** What is brought. */
    public enum Kind {
        TICKET,
        MESSAGE,
        NOTE,
        STATUS,
        REPLY;

        /** The name used in keys, the database and the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The idempotency key: the same for every attempt. */
    public String key() {
        return conversation + ":" + kind.label() + ":" + reference;
    }

    @Override
    public String toString() {
        return "Delivery[" + downstream + ", " + key() + "]";
    }
}
