package dev.rota.shift;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who works when, and which shift it is. */
public final class Timetable {

    private static final int DAYS_AHEAD = 366;

    private final ZoneId zone;
    private final Map<String, Days> calendars;
    private final Map<LocalDate, List<Holiday>> holidays;
    private final Roster roster;

    /**
     * Puts a timetable together; names that refer to each other are known to exist.
     *
     * @param zone the zone of whatever has no calendar, such as a queue that is always open
     */
    public Timetable(
            ZoneId zone,
            Collection<Calendar> calendars,
            Collection<Holiday> holidays,
            List<Duty> roster,
            List<Leave> leave) {
        this.zone = zone;
        this.calendars = calendars.stream().collect(toUnmodifiableMap(Calendar::name, Days::new));
        this.holidays = holidays.stream()
                .collect(toUnmodifiableMap(Holiday::date, List::of, (one, other) -> Stream.of(one, other)
                        .flatMap(List::stream)
                        .toList()));
        this.roster = new Roster(this, roster, leave);
    }

    /** The shift of a calendar at an instant, or null between shifts and on a holiday that closes it. */
    public @Nullable String shiftAt(String calendar, Instant at) {
        return spanAt(calendar, at).map(span -> span.shift().name()).orElse(null);
    }

    /** The shift of a calendar that is under way at an instant, with its edges; none on a holiday that closes it. */
    public Optional<Span> spanAt(String calendar, Instant at) {
        return days(calendar)
                .at(at)
                .filter(span -> closing(calendar, span.date()).isEmpty())
                .findFirst();
    }

    /** The name of the holiday on the calendar's local day, or null. */
    public @Nullable String holidayAt(String calendar, Instant at) {
        return holidays.getOrDefault(days(calendar).dateOf(at), List.of()).stream()
                .map(Holiday::name)
                .findFirst()
                .orElse(null);
    }

    /** Whether an agent works at an instant: leave beats shift. */
    public Attendance attendance(String agent, Instant at) {
        return roster.attendance(agent, at);
    }

    /** Whether a queue is within its hours: those of the calendar, unless a holiday closes the queue itself. */
    public boolean open(String queue, @Nullable String hours, Instant at) {
        var today = at.atZone(zoneOf(hours)).toLocalDate();
        var closed = holidays.getOrDefault(today, List.of()).stream()
                .anyMatch(holiday -> holiday.closedQueues().contains(queue));
        return !closed && (hours == null || spanAt(hours, at).isPresent());
    }

    /** When a queue that is closed opens next, within a year; that same instant when it is open. */
    public Optional<Instant> nextOpening(String queue, @Nullable String hours, Instant after) {
        if (open(queue, hours, after)) {
            return Optional.of(after);
        }
        var today = after.atZone(zoneOf(hours)).toLocalDate();
        return daysFrom(today)
                .flatMap(day -> openings(day, hours))
                .filter(instant -> instant.isAfter(after) && open(queue, hours, instant))
                .findFirst();
    }

    /**
     * The switchovers of all calendars, by time and then by the calendar's name; a holiday has none.
     *
     * @param from where to begin; a switchover at that very instant is not among them
     * @param to where to end; a switchover at that very instant is among them
     */
    public List<Edge> edges(Instant from, Instant to) {
        return calendars.keySet().stream()
                .flatMap(calendar -> edges(calendar, from, to))
                .sorted(Comparator.comparing(Edge::at).thenComparing(Edge::calendar))
                .toList();
    }

    private Stream<Edge> edges(String calendar, Instant from, Instant to) {
        var days = days(calendar);
        return days
                .dateOf(from)
                .minusDays(1)
                .datesUntil(days.dateOf(to).plusDays(1))
                .filter(date -> closing(calendar, date).isEmpty())
                .flatMap(date -> days.on(date).stream())
                .filter(span -> span.from().isBefore(span.until()))
                .flatMap(span -> Stream.of(Edge.ofEnd(calendar, span), Edge.ofBeginning(calendar, span)))
                .filter(edge -> edge.at().isAfter(from) && !edge.at().isAfter(to))
                .collect(toMap(Edge::at, edge -> edge, Edge::with))
                .values()
                .stream();
    }

    /** The zone of a calendar. */
    public ZoneId zone(String calendar) {
        return days(calendar).calendar().zone();
    }

    Days days(String name) {
        var days = calendars.get(name);
        if (days == null) {
            throw new IllegalArgumentException("no calendar '" + name + "'; there are " + calendars.keySet());
        }
        return days;
    }

    /** The holiday on which the calendar has no shifts. */
    Optional<Holiday> closing(String calendar, LocalDate date) {
        return holidays.getOrDefault(date, List.of()).stream()
                .filter(holiday -> holiday.closedCalendars().contains(calendar))
                .findFirst();
    }

    static Stream<LocalDate> daysFrom(LocalDate first) {
        return IntStream.rangeClosed(0, DAYS_AHEAD).mapToObj(first::plusDays);
    }

    private ZoneId zoneOf(@Nullable String hours) {
        return hours == null ? zone : zone(hours);
    }

    /** The only instants of a day at which a queue can open: its midnight and the beginnings of shifts. */
    private Stream<Instant> openings(LocalDate day, @Nullable String hours) {
        var midnight = Span.first(day.atStartOfDay(), zoneOf(hours));
        var shifts = hours == null ? Stream.<Span>empty() : days(hours).on(day).stream();
        return Stream.concat(Stream.of(midnight), shifts.map(Span::from)).sorted();
    }
}
