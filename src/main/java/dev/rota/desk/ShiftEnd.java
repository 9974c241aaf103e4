package dev.rota.desk;

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
}
