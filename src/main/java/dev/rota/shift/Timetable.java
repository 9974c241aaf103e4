package dev.rota.shift;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who works when, and which shift it is. */
public final class Timetable {

    /** How long somebody may be on shift without a pause when nobody says otherwise. */
    public static final Duration LONGEST_SHIFT = Duration.ofHours(12);

    private static final Duration FAR = Duration.ofDays(14);
    private static final int DAYS_AHEAD = 366;

    private final Parts parts;
    private final Days always;
    private final Map<String, Days> calendars;
    private final QueueHours queues;
    private final Roster roster;
    private final Presences presences;
    private final Duration longestShift;

    /** A timetable without overrides. */
    public Timetable(
            ZoneId zone,
            Collection<Calendar> calendars,
            Collection<Holiday> holidays,
            List<Duty> roster,
            List<Leave> leave) {
        this(zone, calendars, holidays, roster, leave, Overrides.NONE, LONGEST_SHIFT);
    }

    /**
     * Puts a timetable together; names that refer to each other are known to exist.
     *
     * @param zone the zone of whatever has no calendar, such as a queue that is always open
     * @param longestShift longer than this on shift without a pause is an overload
     */
    public Timetable(
            ZoneId zone,
            Collection<Calendar> calendars,
            Collection<Holiday> holidays,
            List<Duty> roster,
            List<Leave> leave,
            Overrides overrides,
            Duration longestShift) {
        this.parts = new Parts(zone, List.copyOf(calendars), List.copyOf(holidays), roster, leave, overrides);
        var byDate = new Holidays(holidays);
        this.always = new Days(new Calendar("always", zone, List.of()), byDate, List.of());
        this.calendars = calendars.stream()
                .collect(toUnmodifiableMap(
                        Calendar::name, calendar -> new Days(calendar, byDate, overrides.calendars())));
        this.queues = new QueueHours(overrides.queues());
        this.roster = new Roster(this::days, always, roster, leave, overrides.agents());
        this.presences = new Presences(this.roster);
        this.longestShift = longestShift;
    }

    /** The same with more exceptions of calendars, which hold before those that it has. */
    public Timetable with(List<CalendarOverride> more) {
        var all = Stream.concat(parts.overrides.calendars().stream(), more.stream())
                .toList();
        var overrides = new Overrides(all, parts.overrides.queues(), parts.overrides.agents());
        return new Timetable(
                parts.zone, parts.calendars, parts.holidays, parts.roster, parts.leave, overrides, longestShift);
    }

    /** The names of a calendar's shifts. */
    public Set<String> shifts(String calendar) {
        return days(calendar).calendar().shifts().stream().map(Shift::name).collect(toUnmodifiableSet());
    }

    /** Everybody whom the roster has work a shift, on whatever days. */
    public Set<String> people(String calendar, String shift) {
        return parts.roster.stream()
                .filter(duty -> duty.calendar().equals(calendar) && duty.shift().equals(shift))
                .flatMap(duty -> duty.agents().stream())
                .collect(toUnmodifiableSet());
    }

    /** The leave of which some day lies in that time, its first and last day included, by its beginning. */
    public List<Leave> leave(LocalDate from, LocalDate to) {
        return parts.leave.stream()
                .filter(leave -> !leave.from().isAfter(to) && !leave.to().isBefore(from))
                .sorted(Comparator.comparing(Leave::from).thenComparing(Leave::agent))
                .toList();
    }

    /** The exceptions that hold in some of that time. */
    public Overrides overrides(Instant from, Instant until) {
        return parts.overrides.within(from, until);
    }

    /** The names of all calendars. */
    public Set<String> calendars() {
        return calendars.keySet();
    }

    /** The names of all shifts of all calendars. */
    public Set<String> shifts() {
        return calendars.values().stream()
                .flatMap(days -> days.calendar().shifts().stream())
                .map(Shift::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The shift of a calendar at an instant, or null between shifts and on a holiday that closes it. */
    public @Nullable String shiftAt(String calendar, Instant at) {
        var span = days(calendar).at(at).spanAt(at);
        return span == null ? null : span.shift().name();
    }

    /** The shift of a calendar that is under way at an instant, with its edges; none on a holiday that closes it. */
    public Optional<Span> spanAt(String calendar, Instant at) {
        return Optional.ofNullable(days(calendar).at(at).spanAt(at));
    }

    /** The shifts of a calendar that are under way in some of that time, by their beginning, with who works them. */
    public List<Staffed> staffed(String calendar, Instant from, Instant to) {
        var work = roster.agents().stream()
                .sorted()
                .flatMap(agent -> roster.turns(agent, from, to).stream())
                .filter(turn -> turn.calendar().equals(calendar))
                .toList();
        return days(calendar)
                .between(from, to)
                .map(span -> new Staffed(
                        calendar,
                        span.shift().name(),
                        span.date(),
                        span.from(),
                        span.until(),
                        work.stream()
                                .filter(turn -> turn.isPartOf(span))
                                .map(Turn::agent)
                                .distinct()
                                .toList()))
                .toList();
    }

    /** The name of the holiday on the calendar's local day, or null. */
    public @Nullable String holidayAt(String calendar, Instant at) {
        var holidays = days(calendar).at(at).holidays();
        return holidays.isEmpty() ? null : holidays.get(0).name();
    }

    /** Whether an agent works at an instant: leave beats overrides, overrides beat shifts. */
    public Attendance attendance(String agent, Instant at) {
        return presences.at(agent, at).attendance();
    }

    /**
     * Who has taken over from an agent who is away at an instant: the substitute, or theirs when they are away too.
     * Empty when the agent is not on leave, and when nobody stands in.
     */
    public Optional<String> substituteOf(String agent, Instant at) {
        return presences.substituteOf(agent, at);
    }

    /** Whether a queue is within its hours: those of the calendar, unless a holiday or an override speaks of it. */
    public boolean open(String queue, @Nullable String hours, Instant at) {
        var days = hoursOf(hours);
        return queues.open(queue, hours == null, days.at(at), at);
    }

    /** When a queue that is closed opens next, within a year; that same instant when it is open. */
    public Optional<Instant> nextOpening(String queue, @Nullable String hours, Instant after) {
        return open(queue, hours, after)
                ? Optional.of(after)
                : queues.nextOpening(queue, hours == null, hoursOf(hours), after);
    }

    /** The shift of a calendar at an instant, and the rule that makes it so. */
    public Effect effectOnCalendar(String calendar, Instant at) {
        return Effects.ofCalendar(days(calendar), at);
    }

    /** Whether a queue is open at an instant, and the rule that makes it so. */
    public Effect effectOnQueue(String queue, @Nullable String hours, Instant at) {
        return Effects.ofQueue(queue, hours == null, hoursOf(hours), queues, at);
    }

    /** Whether an agent works at an instant, and the rule that makes it so. */
    public Effect effectOnAgent(String agent, Instant at) {
        return presences.at(agent, at).effect();
    }

    /**
     * The switchovers of all calendars, by time and then by the calendar's name; a holiday has none, nor has a shift that
     * an exception cuts or makes longer.
     *
     * @param from where to begin; a switchover at that very instant is not among them
     * @param to where to end; a switchover at that very instant is among them
     */
    public List<Edge> edges(Instant from, Instant to) {
        return calendars.values().stream()
                .flatMap(days -> Edges.of(days, from, to).stream())
                .sorted(Comparator.comparing(Edge::at).thenComparing(Edge::calendar))
                .toList();
    }

    /** When a queue is open in that time. */
    List<Stretch> openings(String queue, @Nullable String hours, Stretch ahead) {
        return queues.openings(queue, hours == null, hoursOf(hours), ahead);
    }

    /** How much of a time a queue was open: what business time is counted in. */
    public Duration openTime(String queue, @Nullable String hours, Instant from, Instant to) {
        return Stretches.length(openings(queue, hours, new Stretch(from, to)));
    }

    /** How much of a time an agent worked by the roster. */
    public Duration worked(String agent, Instant from, Instant to) {
        var spans = roster.turns(agent, from, to).stream()
                .map(turn -> new Stretch(turn.span().from(), turn.span().until()))
                .toList();
        return Stretches.length(new Stretch(from, to).part(Stretches.union(spans)));
    }

    /**
     * When so much business time will have passed, within two weeks.
     *
     * @return none when the queue is not open that long in that time
     */
    public Optional<Instant> afterOpenTime(String queue, @Nullable String hours, Instant from, Duration time) {
        return Stretches.reached(openings(queue, hours, new Stretch(from, from.plus(FAR))), time);
    }

    /**
     * When so much business time began that ends at an instant, within two weeks: who wrote until then has waited so long.
     *
     * @return none when the queue was not open that long in that time
     */
    public Optional<Instant> beforeOpenTime(String queue, @Nullable String hours, Instant to, Duration time) {
        return Stretches.begun(openings(queue, hours, new Stretch(to.minus(FAR), to)), time);
    }

    /** Longer than this on shift without a pause is an overload. */
    public Duration longestShift() {
        return longestShift;
    }

    /** The zone of a calendar; for null that of whatever has none, such as a queue that is always open. */
    public ZoneId zone(@Nullable String calendar) {
        return hoursOf(calendar).calendar().zone();
    }

    Roster roster() {
        return roster;
    }

    Days days(String name) {
        var days = calendars.get(name);
        if (days == null) {
            throw new IllegalArgumentException("no calendar '" + name + "'; there are " + calendars.keySet());
        }
        return days;
    }

    static Stream<LocalDate> daysFrom(LocalDate first) {
        return IntStream.rangeClosed(0, DAYS_AHEAD).mapToObj(first::plusDays);
    }

    Days hoursOf(@Nullable String hours) {
        return hours == null ? always : days(hours);
    }

    /** What a timetable is put together from. */
    private record Parts(
            ZoneId zone,
            List<Calendar> calendars,
            List<Holiday> holidays,
            List<Duty> roster,
            List<Leave> leave,
            Overrides overrides) {}
}
