package dev.rota.shift;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A time within which nothing changes. */
record Stretch(Instant from, Instant until) implements Lasting {

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

    /** What of others lies within. */
    List<Stretch> part(List<Stretch> others) {
        return others.stream()
                .map(other -> new Stretch(
                        other.from.isBefore(from) ? from : other.from,
                        other.until.isAfter(until) ? until : other.until))
                .filter(other -> other.from.isBefore(other.until))
                .toList();
    }

    Duration length() {
        return Duration.between(from, until);
    }

    Effect effect(String state, Rule rule, String because) {
        return new Effect(from, until, state, rule, because);
    }
}
