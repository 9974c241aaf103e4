package dev.rota.api;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time that somebody asks about, from {@code from} on and before {@code to}. */
record Window(Instant from, Instant to) {

    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(62);

    /** One instant. */
    static Window at(Instant instant) {
        return new Window(instant, instant.plusNanos(1));
    }

    /**
     * Reads a window; without a beginning it is now, without an end it is a week.
     *
     * @throws BadParameter when it ends before it begins, or is longer than 62 days
     */
    static Window of(@Nullable String from, @Nullable String to, Instant now) {
        var begin = Parameters.instant("from", from);
        var start = begin == null ? now : begin;
        var end = Parameters.instant("to", to);
        return new Window(start, end == null ? start.plus(USUAL) : end).sound();
    }

    /**
     * Reads a window of the past; without an end it is until now, without a beginning a week.
     *
     * @throws BadParameter as {@link #of}
     */
    static Window past(@Nullable String from, @Nullable String to, Instant now) {
        var end = Parameters.instant("to", to);
        var stop = end == null ? now : end;
        var begin = Parameters.instant("from", from);
        return new Window(begin == null ? stop.minus(USUAL) : begin, stop).sound();
    }

    private Window sound() {
        if (!to.isAfter(from)) {
            throw new BadParameter("to", "expected a time after from");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new BadParameter("to", "expected at most " + LONGEST.toDays() + " days after from");
        }
        return this;
    }
}
