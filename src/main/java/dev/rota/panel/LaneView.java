package dev.rota.panel;

import dev.rota.shift.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A queue's lane as the page draws it: a cell for each day, a minute wide for each minute. */
record LaneView(String queue, String title, List<Cell> cells) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * One day.
     *
     * @param minutes how long it is: 1440, but where clocks change
     * @param now the minute that it is now; null on every other day
     */
    record Cell(LocalDate date, long minutes, List<String> holidays, List<Bar> bars, @Nullable Long now) {}

    /**
     * Part of a day in which the queue is open.
     *
     * @param hours from when to when, on the clock of the queue's zone
     * @param count how many serve it; 0 is a gap
     * @param people those of them whom the viewer may see, as people write their names
     */
    record Bar(long x, long width, String hours, int count, List<String> people) {}

    static LaneView of(Lane lane, Titles titles, Predicate<String> seesAgent, Instant now) {
        var cells = lane.days().stream()
                .map(day -> new Cell(
                        day.date(),
                        minutes(day.from(), day.until()),
                        day.holidays(),
                        day.open().stream()
                                .map(part -> bar(day, part, lane.zone(), titles, seesAgent))
                                .toList(),
                        now.isBefore(day.from()) || !now.isBefore(day.until()) ? null : minutes(day.from(), now)))
                .toList();
        return new LaneView(lane.queue(), titles.queue(lane.queue()), cells);
    }

    private static Bar bar(Lane.OfDay day, Lane.Part part, ZoneId zone, Titles titles, Predicate<String> seesAgent) {
        var people = part.people().stream().filter(seesAgent).map(titles::agent).toList();
        return new Bar(
                minutes(day.from(), part.from()),
                minutes(part.from(), part.until()),
                clock(part.from(), zone) + "–"
                        + (part.until().equals(day.until()) ? "24:00" : clock(part.until(), zone)),
                part.people().size(),
                people);
    }

    private static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }

    private static long minutes(Instant from, Instant until) {
        return Duration.between(from, until).toMinutes();
    }
}
