package dev.rota.config;

import static java.util.stream.Collectors.toUnmodifiableSet;

import biweekly.property.RecurrenceDates;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The beginnings of an event's occurrences, as its file shows them. A rule is followed on the clock of the event, for
 * which a zone without changes stands in, and not beyond the year 2100.
 *
 * @param start the first
 */
record IcsRecurrence(IcsEvent event, ICalDate start) {

    private static final int LAST_YEAR = 2100;
    private static final int MOST = 500;
    private static final Set<Integer> MONTHS =
            IntStream.rangeClosed(1, 12).boxed().collect(toUnmodifiableSet());
    private static final TimeZone CLOCK = TimeZone.getTimeZone("UTC");
    private static final Set<Frequency> FREQUENCIES =
            EnumSet.of(Frequency.YEARLY, Frequency.MONTHLY, Frequency.WEEKLY, Frequency.DAILY);

    /** All occurrences but excluded ones; a rule that cannot be followed is reported and gives nothing. */
    List<LocalDateTime> starts() {
        var starts = new ArrayList<LocalDateTime>();
        var rule = event.event().getRecurrenceRule();
        var refusal = refusal(rule == null ? null : rule.getValue());
        if (refusal != null) {
            event.refused(refusal);
            return List.of();
        }
        if (rule == null) {
            starts.add(IcsEvent.shown(start));
        } else {
            follow(rule.getValue(), starts);
        }
        event.event().getRecurrenceDates().stream()
                .flatMap(dates -> dates.getDates().stream())
                .map(IcsEvent::shown)
                .filter(date -> !starts.contains(date))
                .forEach(starts::add);
        if (starts.size() > MOST) {
            event.refused("repeats more than " + MOST + " times up to " + LAST_YEAR + "; a week belongs to a calendar");
            return List.of();
        }
        if (starts.isEmpty()) {
            event.refused("repeats by a rule that names no day");
        }
        starts.removeIf(this::isExcluded);
        return starts;
    }

    private @Nullable String refusal(@Nullable Recurrence rule) {
        var repeats = event.event();
        if (!repeats.getExceptionRules().isEmpty()) {
            return "has an EXRULE; expected EXDATE";
        }
        if (repeats.getRecurrenceDates().stream()
                .map(RecurrenceDates::getPeriods)
                .anyMatch(periods -> !periods.isEmpty())) {
            return "has an RDATE of periods; expected dates";
        }
        if (rule == null) {
            return null;
        }
        if (!FREQUENCIES.contains(rule.getFrequency())) {
            return "repeats by " + rule.getFrequency() + "; expected YEARLY, MONTHLY, WEEKLY or DAILY";
        }
        if (isLess(rule.getCount()) || isLess(rule.getInterval()) || !MONTHS.containsAll(rule.getByMonth())) {
            return "repeats by a rule with a COUNT or INTERVAL below 1, or a month that is none";
        }
        return rule.getXRules().isEmpty()
                ? null
                : "repeats by a rule with " + String.join(", ", rule.getXRules().keySet()) + ", which is unknown";
    }

    private static boolean isLess(@Nullable Integer number) {
        return number != null && number < 1;
    }

    private void follow(Recurrence rule, List<LocalDateTime> starts) {
        var first = Date.from(IcsEvent.shown(start).toInstant(ZoneOffset.UTC));
        var endless = new Recurrence.Builder(rule).until((ICalDate) null).build();
        var dates = endless.getDateIterator(new ICalDate(first, true), CLOCK);
        while (dates.hasNext() && starts.size() <= MOST) {
            var next = LocalDateTime.ofInstant(dates.next().toInstant(), ZoneOffset.UTC);
            if (next.getYear() > LAST_YEAR || isPast(next, rule.getUntil())) {
                return;
            }
            starts.add(next);
        }
    }

    /** An end in UTC is an instant, any other is on the event's clock; one without a time takes in its whole day. */
    private boolean isPast(LocalDateTime next, @Nullable ICalDate until) {
        if (until == null) {
            return false;
        }
        if (!until.getRawComponents().isUtc()) {
            var last = IcsEvent.shown(until);
            return isTimed(until) ? next.isAfter(last) : next.toLocalDate().isAfter(last.toLocalDate());
        }
        var last = IcsEvent.shown(until).toInstant(ZoneOffset.UTC);
        return start.hasTime()
                ? event.instant(next, start).isAfter(last)
                : next.toLocalDate().isAfter(last.atZone(event.zone()).toLocalDate());
    }

    private boolean isExcluded(LocalDateTime begin) {
        return event.event().getExceptionDates().stream()
                .flatMap(dates -> dates.getValues().stream())
                .anyMatch(date -> isTimed(date)
                        ? event.instant(begin, start).equals(date.toInstant())
                        : begin.toLocalDate().equals(IcsEvent.shown(date).toLocalDate()));
    }

    private boolean isTimed(ICalDate date) {
        return start.hasTime() && date.hasTime();
    }
}
