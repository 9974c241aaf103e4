package dev.rota.shift;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Sets of instants as stretches in order that neither touch nor overlap. */
final class Stretches {

    private Stretches() {}

    /** All instants of any of them. */
    static List<Stretch> union(Collection<Stretch> stretches) {
        var sorted = stretches.stream()
                .filter(stretch -> stretch.from().isBefore(stretch.until()))
                .sorted(Comparator.comparing(Stretch::from))
                .toList();
        var union = new ArrayList<Stretch>();
        for (var next : sorted) {
            var last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last == null || next.from().isAfter(last.until())) {
                union.add(next);
            } else if (next.until().isAfter(last.until())) {
                union.set(union.size() - 1, new Stretch(last.from(), next.until()));
            }
        }
        return union;
    }

    /** The instants of one union that are in no stretch of another. */
    static List<Stretch> minus(List<Stretch> all, List<Stretch> taken) {
        var rest = new ArrayList<Stretch>();
        var next = 0;
        for (var stretch : all) {
            var from = stretch.from();
            while (next < taken.size() && !taken.get(next).until().isAfter(from)) {
                next++;
            }
            for (var i = next; i < taken.size() && taken.get(i).from().isBefore(stretch.until()); i++) {
                add(rest, from, taken.get(i).from());
                from = taken.get(i).until();
            }
            add(rest, from, stretch.until());
        }
        return rest;
    }

    /** How long they are together. */
    static Duration length(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** When so much of them has passed; none when they are not that long. */
    static Optional<Instant> reached(List<Stretch> stretches, Duration time) {
        var left = time;
        for (var stretch : stretches) {
            if (stretch.length().compareTo(left) >= 0) {
                return Optional.of(stretch.from().plus(left));
            }
            left = left.minus(stretch.length());
        }
        return Optional.empty();
    }

    /** From when on so much of them is left, at the latest; none when they are not that long. */
    static Optional<Instant> begun(List<Stretch> stretches, Duration time) {
        var left = time;
        for (var n = stretches.size() - 1; n >= 0; n--) {
            var stretch = stretches.get(n);
            if (stretch.length().compareTo(left) >= 0) {
                return Optional.of(stretch.until().minus(left));
            }
            left = left.minus(stretch.length());
        }
        return Optional.empty();
    }

    private static void add(List<Stretch> rest, Instant from, Instant until) {
        if (from.isBefore(until)) {
            rest.add(new Stretch(from, until));
        }
    }
}
