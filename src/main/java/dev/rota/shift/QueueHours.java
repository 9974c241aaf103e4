package dev.rota.shift;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When queues are open: overrides beat holidays, holidays beat the hours of a calendar. */
final class QueueHours {

    private final Map<String, List<QueueOverride>> overrides;

    QueueHours(List<QueueOverride> overrides) {
        this.overrides = Map.copyOf(overrides.stream().collect(groupingBy(QueueOverride::queue)));
    }

    /** Whether a queue is open at an instant that lies in that day. */
    boolean open(String queue, boolean always, Day today, Instant at) {
        var override = overrideAt(queue, at);
        if (override != null) {
            return override.open();
        }
        return today.closingQueue(queue) == null && (always || today.spanAt(at) != null);
    }

    /** When a queue that is closed opens next, within a year. */
    Optional<Instant> nextOpening(String queue, boolean always, Days days, Instant after) {
        return Timetable.daysFrom(days.at(after).date())
                .map(days::on)
                .flatMap(day -> openings(queue, day)
                        .filter(at -> at.isAfter(after) && day.contains(at) && open(queue, always, day, at)))
                .findFirst();
    }

    /** The only instants of a day at which a queue can open. */
    private Stream<Instant> openings(String queue, Day day) {
        var shifts = day.spans().stream().map(Span::from);
        return Stream.concat(Stream.concat(Stream.of(day.from()), shifts), changes(queue))
                .sorted();
    }

    /** The edges of a queue's overrides. */
    Stream<Instant> changes(String queue) {
        return overrides.getOrDefault(queue, List.of()).stream()
                .flatMap(override -> Stream.of(override.from(), override.until()));
    }

    /** The override that is in force at an instant. */
    @Nullable
    QueueOverride overrideAt(String queue, Instant at) {
        QueueOverride found = null;
        for (var override : overrides.getOrDefault(queue, List.of())) {
            if (!at.isBefore(override.from()) && at.isBefore(override.until())) {
                found = override;
            }
        }
        return found;
    }
}
