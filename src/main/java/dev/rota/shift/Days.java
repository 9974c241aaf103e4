package dev.rota.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A calendar day by day; each day is worked out once, and the latest is at hand, as every decision asks for it. */
final class Days {

    /** More than two years; beyond it nothing is kept, so that questions about far days cost time and not memory. */
    private static final int KEPT = 1_000;

    private final Calendar calendar;
    private final Holidays holidays;
    private final List<CalendarOverride> overrides;
    private final ConcurrentMap<LocalDate, Day> known = new ConcurrentHashMap<>();
    private volatile @Nullable Day latest;

    Days(Calendar calendar, Holidays holidays, List<CalendarOverride> overrides) {
        this.calendar = calendar;
        this.holidays = holidays;
        this.overrides = overrides.stream()
                .filter(override -> override.calendar().equals(calendar.name()))
                .toList();
    }

    Calendar calendar() {
        return calendar;
    }

    /** The local day of an instant; an hour that clocks repeat belongs to the day that they had come to. */
    Day at(Instant at) {
        var day = latest;
        if (day == null || !day.contains(at)) {
            var shown = at.atZone(calendar.zone()).toLocalDate();
            day = on(shown);
            while (!at.isBefore(day.until())) {
                shown = shown.plusDays(1);
                day = on(shown);
            }
            latest = day;
        }
        return day;
    }

    Day on(LocalDate date) {
        var day = known.get(date);
        if (day != null) {
            return day;
        }
        var worked = work(date);
        if (known.size() < KEPT) {
            known.put(date, worked);
        }
        return worked;
    }

    /** The shifts that are under way in some of that time, by their beginning. */
    Stream<Span> between(Instant from, Instant to) {
        return at(from).date()
                .datesUntil(at(to).date().plusDays(1))
                .flatMap(date -> on(date).spans().stream())
                .distinct()
                .filter(span -> span.overlaps(from, to));
    }

    /** The shifts that the week alone has under way at an instant. */
    Stream<Span> planned(Instant at) {
        var today = at(at).date();
        return Stream.of(today.minusDays(1), today)
                .flatMap(date -> calendar.on(date).stream())
                .filter(span -> span.contains(at));
    }

    /** The holiday that takes away the shift of an instant, be it of the night before; else the one that closes today. */
    @Nullable
    Holiday closingAt(Instant at) {
        return Stream.concat(planned(at).map(Span::date), Stream.of(at(at).date()))
                .flatMap(date -> Stream.ofNullable(on(date).closingCalendar(calendar.name())))
                .findFirst()
                .orElse(null);
    }

    /** Whatever may make a difference on the day of an instant. */
    Stream<Instant> changes(Instant at) {
        var today = at(at);
        var week = Stream.of(today.date().minusDays(1), today.date())
                .flatMap(date -> calendar.on(date).stream())
                .flatMap(span -> Stream.of(span.from(), span.until()));
        var exceptions = overrides.stream().flatMap(override -> Stream.of(override.from(), override.until()));
        return Stream.of(Stream.of(today.from(), today.until()), week, exceptions)
                .flatMap(instants -> instants);
    }

    /** The override that is in force at an instant. */
    @Nullable
    CalendarOverride overrideAt(Instant at) {
        return overrides.stream()
                .filter(override -> override.contains(at))
                .reduce((one, later) -> later)
                .orElse(null);
    }

    private Day work(LocalDate date) {
        var from = Span.first(date.atStartOfDay(), calendar.zone());
        var until = Span.first(date.plusDays(1).atStartOfDay(), calendar.zone());
        var spans = Stream.of(date.minusDays(1), date).flatMap(this::ofWeek).toList();
        for (var override : overrides) {
            spans = with(override, spans);
        }
        var within = spans.stream()
                .filter(span -> span.overlaps(from, until))
                .sorted(Comparator.comparing(Span::from))
                .toList();
        return new Day(date, from, until, holidays.on(date), within);
    }

    private Stream<Span> ofWeek(LocalDate date) {
        var closed = holidays.on(date).stream()
                .anyMatch(holiday -> holiday.closedCalendars().contains(calendar.name()));
        return closed ? Stream.empty() : calendar.on(date).stream();
    }

    private List<Span> with(CalendarOverride override, List<Span> spans) {
        var rest = spans.stream().flatMap(span -> span.without(override.from(), override.until()));
        var shift = override.shift();
        return (shift == null ? rest : Stream.concat(rest, Stream.of(span(override, shift)))).toList();
    }

    private Span span(CalendarOverride override, String shift) {
        return calendar.span(shift, override.from(), override.until());
    }
}
