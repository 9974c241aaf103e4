package dev.rota.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Queues that overflow in a circle, so that a conversation would wander for ever. */
final class OverflowCycles {

    private final Named<QueuesFile.QueueEntry> queues;
    private final Set<String> reported = new HashSet<>();

    private OverflowCycles(Named<QueuesFile.QueueEntry> queues) {
        this.queues = queues;
    }

    /** A sentence for each circle, at the line where the first of its queues overflows. */
    static List<Located<String>> of(Named<QueuesFile.QueueEntry> queues) {
        var cycles = new OverflowCycles(queues);
        var found = new ArrayList<Located<String>>();
        queues.forEach((name, line, queue) -> {
            var way = cycles.wayBackTo(name);
            if (way != null && queue.overflow() != null && cycles.reported.addAll(way)) {
                found.add(new Located<>(
                        "queues." + name + ".overflow: goes round in a circle: " + String.join(" → ", way),
                        queue.overflow().to().line()));
            }
        });
        return found;
    }

    /** The queues that overflow leads through from one queue back to itself; null when it does not. */
    private @Nullable List<String> wayBackTo(String name) {
        var way = new ArrayList<>(List.of(name));
        for (var next = target(name); next != null; next = target(next)) {
            var seen = way.contains(next);
            way.add(next);
            if (seen) {
                return next.equals(name) ? way : null;
            }
        }
        return null;
    }

    private @Nullable String target(String name) {
        var queue = queues.values().get(name);
        return queue == null || queue.overflow() == null
                ? null
                : queue.overflow().to().value();
    }
}
