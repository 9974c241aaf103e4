package dev.rota.desk;

import java.time.Instant;
import java.util.Locale;

/**
 * What has been declared of an agent's being there. It holds until it ends, whatever becomes of a browser or a phone;
 * then, and when nothing was declared, whoever is on shift is available.
 *
 * @param until when it ends; not part of it
 * @param by who declared it: the agent's name, or a supervisor's
 */
public record Presence(State state, Instant since, Instant until, String by) {

    /** Whether work may be given. */
    public enum State {
        /** Takes work. */
        AVAILABLE,
        /** Is back soon. */
        BREAK,
        /** Is not there. */
        AWAY;

        /** The name used in the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The state of that label.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static State of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether it holds at that instant and keeps work away. */
    public boolean keepsWorkAway(Instant at) {
        return state != State.AVAILABLE && !at.isBefore(since) && at.isBefore(until);
    }
}
