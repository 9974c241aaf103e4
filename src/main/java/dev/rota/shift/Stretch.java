package dev.rota.shift;

import java.time.Instant;
import java.util.stream.Stream;

/** A time within which nothing changes. */
record Stretch(Instant from, Instant until) {

    /** The stretch of a day around an instant, between the changes before and after it. */
    static Stretch around(Instant at, Day today, Stream<Instant> changes) {
        var from = today.from();
        var until = today.until();
        for (var change : changes.toList()) {
            if (change.isAfter(at)) {
                until = change.isBefore(until) ? change : until;
            } else {
                from = change.isAfter(from) ? change : from;
            }
        }
        return new Stretch(from, until);
    }

    Effect effect(String state, Rule rule, String because) {
        return new Effect(from, until, state, rule, because);
    }
}
