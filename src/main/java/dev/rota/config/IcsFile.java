package dev.rota.config;

import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;

/**
 * An iCalendar file (RFC 5545) of days or hours that close something. Nothing of it is taken over when a part that
 * matters cannot be read.
 */
final class IcsFile {

    /** What decides when an event is; other properties may be as sloppy as they like. */
    private static final Set<String> DECISIVE =
            Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID");

    private final Source source;
    private final ZoneId zone;
    private final List<IcsEvent> events = new ArrayList<>();

    private IcsFile(Source source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    /**
     * The times of all events that are not cancelled, repeated ones up to the year 2100.
     *
     * @param source where its problems go
     * @param zone what a time without a zone means
     */
    static List<IcsTime> read(String text, Source source, ZoneId zone) {
        return new IcsFile(source, zone).read(text.replaceFirst("^\uFEFF", ""));
    }

    private List<IcsTime> read(String text) {
        var before = source.problems().size();
        if (isWhole(text)) {
            parse(text);
        }
        if (source.problems().size() > before) {
            return List.of();
        }
        return events.stream()
                .filter(event -> !event.isCancelled())
                .flatMap(event -> times(event).stream())
                .toList();
    }

    /** The library reads 30 February as a day of March; here it is refused. */
    private List<IcsTime> times(IcsEvent event) {
        try {
            return event.times(replaced(event));
        } catch (DateTimeException refused) {
            return event.refused("has a date that does not exist: " + refused.getMessage());
        }
    }

    /** The occurrences of a repeating event that have events of their own. */
    private List<LocalDateTime> replaced(IcsEvent repeating) {
        return repeating.replaced() != null || repeating.uid() == null
                ? List.of()
                : events.stream()
                        .filter(event -> repeating.uid().equals(event.uid()) && event.replaced() != null)
                        .map(IcsEvent::replaced)
                        .toList();
    }

    private boolean isWhole(String text) {
        var lines = text.strip().toUpperCase(Locale.ROOT);
        if (!lines.startsWith("BEGIN:VCALENDAR")) {
            source.problem(1, "this is not an iCalendar file; expected BEGIN:VCALENDAR");
            return false;
        }
        if (!lines.endsWith("END:VCALENDAR")) {
            source.problem((int) text.stripTrailing().lines().count(), "the file is cut off; expected END:VCALENDAR");
            return false;
        }
        return true;
    }

    private void parse(String text) {
        var lines = begins(text);
        try (var reader = new ICalReader(text)) {
            reader.setDefaultTimezone(TimeZone.getTimeZone(zone));
            for (var calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                reader.getWarnings().stream().filter(IcsFile::isDecisive).forEach(this::report);
                for (var event : calendar.getEvents()) {
                    var line = lines.get(Math.min(events.size(), lines.size() - 1));
                    events.add(new IcsEvent(event, line, calendar.getTimezoneInfo(), source, zone));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot be read", impossible);
        }
    }

    /** The lines on which events begin, as the library does not keep them. */
    private static List<Integer> begins(String text) {
        var lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).strip().equalsIgnoreCase("BEGIN:VEVENT"))
                .mapToObj(i -> i + 1)
                .toList();
    }

    /** A line that is no property at all may have been one that matters. */
    private static boolean isDecisive(ParseWarning warning) {
        var property = warning.getPropertyName();
        return warning.getLineNumber() != null && (property == null || DECISIVE.contains(property));
    }

    private void report(ParseWarning warning) {
        var property = warning.getPropertyName();
        source.problem(
                warning.getLineNumber() == null ? 1 : warning.getLineNumber(),
                (property == null ? "" : property + ": ") + warning.getMessage());
    }
}
