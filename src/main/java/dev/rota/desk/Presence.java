package dev.rota.desk;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an agent has declared about being there. It holds until it ends, whatever becomes of a browser or a phone; then,
 * and when nothing was declared, who is on shift is available.
 *
 * @param until when it ends; null when it never does
 * @param by who declared it: the agent's name, or a supervisor's
 */
public record Presence(State state, Instant since, @Nullable Instant until, String by) {

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

    /** Whether it holds at that instant. */
    public boolean holds(Instant at) {
        return until == null || at.isBefore(until);
    }

    /** Why no work may be given at that instant, as the end of a sentence; null when it may. */
    public @Nullable String offReason(Instant at) {
        if (state == State.AVAILABLE || !holds(at)) {
            return null;
        }
        return state == State.BREAK ? "on a break" : "away";
    }
}
