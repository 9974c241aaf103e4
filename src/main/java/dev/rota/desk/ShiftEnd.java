package dev.rota.desk;

import dev.rota.inquiry.Durations;
import java.time.Duration;

/**
 * What becomes of an agent's open conversations when the agent's shift is over. Whatever it says, a message of the
 * customer reaches nobody who has gone home: the conversation waits again, with that message.
 */
public sealed interface ShiftEnd {

    /** They stay until the customer writes again. */
    record Keep() implements ShiftEnd {}

    /** They stay, customer's messages included, for so long after the shift; then they go back to their queue. */
    record KeepFor(Duration time) implements ShiftEnd {}

    /** They go back to their queue at once. */
    record Return() implements ShiftEnd {}

    /** They go at once to whoever of the queue's teams is at work and has room, else back to the queue. */
    record HandOver() implements ShiftEnd {}

    /**
     * Reads {@code keep}, {@code keepFor:15m}, {@code return} or {@code handOver}.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    static ShiftEnd parse(String text) {
        if (text.startsWith("keepFor:")) {
            return new KeepFor(Durations.parse(text.substring("keepFor:".length())));
        }
        return switch (text) {
            case "keep" -> new Keep();
            case "return" -> new Return();
            case "handOver" -> new HandOver();
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is no policy; expected keep, keepFor:15m, return or handOver");
        };
    }
}
