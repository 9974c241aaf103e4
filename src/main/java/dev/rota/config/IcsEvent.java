package dev.rota.config;

import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * One event of an iCalendar file. Times are taken as the file shows them and not as the library has converted them, since
 * it reads a date without a time as midnight in the zone of this machine.
 *
 * @param line where it begins
 * @param zones the zones that the file defines
 * @param zone what a time without a zone means
 */
record IcsEvent(VEvent event, int line, TimezoneInfo zones, Source source, ZoneId zone) {

    private static final int MOST_DAYS = 366;

    /** What the file calls it. */
    String name() {
        var summary = event.getSummary();
        return summary == null
                        || summary.getValue() == null
                        || summary.getValue().isBlank()
                ? "without a name"
                : summary.getValue().strip();
    }

    boolean isCancelled() {
        return event.getStatus() != null && event.getStatus().isCancelled();
    }

    /** What ties the occurrences of one event together, and those that were moved to the one that repeats. */
    @Nullable
    String uid() {
        return event.getUid() == null ? null : event.getUid().getValue();
    }

    /** The beginning, as the file shows it, of the occurrence that this event stands in for; null for most. */
    @Nullable
    LocalDateTime replaced() {
        var id = event.getRecurrenceId();
        return id == null || id.getValue() == null ? null : shown(id.getValue());
    }

    /** When it is, each occurrence but those that other events stand in for; a problem is reported and gives nothing. */
    List<IcsTime> times(List<LocalDateTime> replaced) {
        var start = date(event.getDateStart());
        if (start == null) {
            return refused("has no DTSTART");
        }
        if (start.hasTime() && unknownZone(event.getDateStart())) {
            return refused("has a time in a zone that is neither known nor defined in the file");
        }
        var length = length(start);
        if (length == null) {
            return refused("has neither an end nor a duration");
        }
        if (length.isNegative() || length.toDays() > MOST_DAYS) {
            return refused(length.isNegative() ? "ends before it begins" : "lasts longer than a year");
        }
        return new IcsRecurrence(this, start)
                .starts().stream()
                        .filter(begin -> !replaced.contains(begin))
                        .map(begin -> time(start, begin, length))
                        .toList();
    }

    List<IcsTime> refused(String sentence) {
        source.problem(line, "event '" + name() + "' " + sentence);
        return List.of();
    }

    private IcsTime time(ICalDate start, LocalDateTime begin, Duration length) {
        if (start.hasTime()) {
            var from = instant(begin, start);
            return IcsTime.of(name(), from, from.plus(length), zone);
        }
        var first = begin.toLocalDate();
        return new IcsTime.WholeDays(name(), first, first.plusDays(Math.max(1, length.toDays()) - 1));
    }

    /** From beginning to end; an event of a date without an end is one day. */
    private @Nullable Duration length(ICalDate start) {
        var end = date(event.getDateEnd());
        if (end != null) {
            return start.hasTime()
                    ? Duration.between(start.toInstant(), end.toInstant())
                    : Duration.between(shown(start), shown(end));
        }
        var duration = event.getDuration();
        if (duration != null && duration.getValue() != null) {
            return Duration.ofMillis(duration.getValue().toMillis());
        }
        return start.hasTime() ? null : Duration.ofDays(1);
    }

    /** The instant at which a clock in the zone of the event's beginning shows a time. */
    Instant instant(LocalDateTime shown, ICalDate start) {
        var components = new DateTimeComponents(
                shown.getYear(),
                shown.getMonthValue(),
                shown.getDayOfMonth(),
                shown.getHour(),
                shown.getMinute(),
                shown.getSecond(),
                false);
        return components.toDate(zoneOf(start)).toInstant();
    }

    private TimeZone zoneOf(ICalDate start) {
        if (start.getRawComponents().isUtc()) {
            return TimeZone.getTimeZone("UTC");
        }
        var assigned = zones.getTimezone(event.getDateStart());
        return assigned == null ? TimeZone.getTimeZone(zone) : assigned.getTimeZone();
    }

    private static boolean unknownZone(DateOrDateTimeProperty property) {
        return property.getParameters().getTimezoneId() != null;
    }

    private static @Nullable ICalDate date(@Nullable DateOrDateTimeProperty property) {
        return property == null ? null : property.getValue();
    }

    /** A date or time as the file shows it. */
    static LocalDateTime shown(ICalDate date) {
        var raw = date.getRawComponents();
        return LocalDateTime.of(
                raw.getYear(), raw.getMonth(), raw.getDate(), raw.getHour(), raw.getMinute(), raw.getSecond());
    }
}
