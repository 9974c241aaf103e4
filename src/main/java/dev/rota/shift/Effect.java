package dev.rota.shift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What holds for something in a stretch of time, and the rule that makes it so.
 *
 * @param until when something else may hold; not part of it
 * @param state the shift, or {@code none}; for a queue {@code open} or {@code closed}; for an agent the shift, or {@code
 *     off}
 * @param because the rule in words, as the end of a sentence
 */
public record Effect(Instant from, Instant until, String state, Rule rule, String because) implements Lasting {

    public static final String NONE = "none";
    public static final String OPEN = "open";
    public static final String CLOSED = "closed";
    public static final String OFF = "off";

    /**
     * What holds one after the other in some time; the first may have begun before, the last may go on.
     *
     * @param at what holds at an instant
     */
    public static List<Effect> during(Instant from, Instant to, Function<Instant, Effect> at) {
        var effects = new ArrayList<Effect>();
        for (var next = at.apply(from); ; next = at.apply(next.until())) {
            var last = effects.isEmpty() ? null : effects.get(effects.size() - 1);
            if (last != null && last.saysLike(next)) {
                effects.set(effects.size() - 1, last.upTo(next.until()));
            } else {
                effects.add(next);
            }
            if (!next.until().isBefore(to)) {
                return effects;
            }
        }
    }

    private boolean saysLike(Effect other) {
        return state.equals(other.state) && rule == other.rule && because.equals(other.because);
    }

    private Effect upTo(Instant end) {
        return new Effect(from, end, state, rule, because);
    }
}
