package dev.rota.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One local day of a calendar.
 *
 * @param from when the clock on the wall first shows it
 * @param until when that clock first shows the next one
 * @param holidays those of the day, whatever they close
 * @param spans the shifts under way in some of it, holidays and overrides respected, by time; none overlaps another
 */
record Day(LocalDate date, Instant from, Instant until, List<Holiday> holidays, List<Span> spans) implements Lasting {

    Stretch stretch() {
        return new Stretch(from, until);
    }

    /** What of the day is in some shift. */
    List<Stretch> worked() {
        return stretch().part(spans.stream().map(Span::stretch).toList());
    }

    /** The shift under way at an instant of the day. */
    @Nullable
    Span spanAt(Instant at) {
        for (var span : spans) {
            if (span.contains(at)) {
                return span;
            }
        }
        return null;
    }

    /** The holiday on which a queue is closed. */
    @Nullable
    Holiday closingQueue(String queue) {
        for (var holiday : holidays) {
            if (holiday.closedQueues().contains(queue)) {
                return holiday;
            }
        }
        return null;
    }

    /** The holiday on which a calendar has no shifts. */
    @Nullable
    Holiday closingCalendar(String calendar) {
        for (var holiday : holidays) {
            if (holiday.closedCalendars().contains(calendar)) {
                return holiday;
            }
        }
        return null;
    }
}
