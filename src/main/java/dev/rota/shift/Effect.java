package dev.rota.shift;

import java.time.Instant;

/**
 * What holds for something in a stretch of time, and the rule that makes it so.
 *
 * @param until when something else may hold; not part of it
 * @param state the shift, or {@code none}; for a queue {@code open} or {@code closed}; for an agent the shift, or {@code
 *     off}
 * @param because the rule in words, as the end of a sentence
 */
public record Effect(Instant from, Instant until, String state, Rule rule, String because) {

    public static final String NONE = "none";
    public static final String OPEN = "open";
    public static final String CLOSED = "closed";
    public static final String OFF = "off";

    /** Whether the instant lies within. */
    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** Whether the other says the same of its own time. */
    boolean saysLike(Effect other) {
        return state.equals(other.state) && rule == other.rule && because.equals(other.because);
    }

    Effect upTo(Instant end) {
        return new Effect(from, end, state, rule, because);
    }
}
