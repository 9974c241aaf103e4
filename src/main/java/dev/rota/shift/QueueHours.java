package dev.rota.shift;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
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

    /** When a queue is open in that time, in order. */
    List<Stretch> openings(String queue, boolean always, Days days, Stretch ahead) {
        var open = new ArrayList<Stretch>();
        var dates = days.at(ahead.from())
                .date()
                .datesUntil(days.at(ahead.until()).date().plusDays(1));
        dates.map(days::on)
                .filter(day -> day.closingQueue(queue) == null)
                .forEach(day -> open.addAll(always ? List.of(day.stretch()) : day.worked()));
        var openings = Stretches.union(open);
        for (var override : overrides.getOrDefault(queue, List.of())) {
            var time = List.of(new Stretch(override.from(), override.until()));
            openings = override.open()
                    ? Stretches.union(
                            Stream.concat(openings.stream(), time.stream()).toList())
                    : Stretches.minus(openings, time);
        }
        return ahead.part(openings);
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
            if (override.contains(at)) {
                found = override;
            }
        }
        return found;
    }
}
