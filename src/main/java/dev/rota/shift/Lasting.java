package dev.rota.shift;

import java.time.Instant;

/** Something that lasts from one instant on and before another. */
interface Lasting {

    /** When it begins. */
    Instant from();

    /** When it is over; not part of it. */
    Instant until();

    /** Whether the instant lies within, from its beginning on and before its end. */
    default boolean contains(Instant at) {
        return !at.isBefore(from()) && at.isBefore(until());
    }

    /** Whether it has an instant in common with that time. */
    default boolean overlaps(Instant begin, Instant end) {
        return from().isBefore(end) && begin.isBefore(until());
    }
}
