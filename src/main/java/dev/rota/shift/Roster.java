package dev.rota.shift;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who works which spans: the roster's lines, less leave, with substitutes and overrides. */
final class Roster {

    private final Function<String, Days> calendars;
    private final Days always;
    private final Absences absences;
    private final Map<String, List<Seat>> seats;
    private final Map<String, List<AgentOverride>> overrides;

    /**
     * Puts a roster together.
     *
     * @param always days in the zone of whoever has no calendar
     */
    Roster(
            Function<String, Days> calendars,
            Days always,
            List<Duty> duties,
            List<Leave> leave,
            List<AgentOverride> overrides) {
        this.calendars = calendars;
        this.always = always;
        this.absences = new Absences(leave);
        this.overrides = Map.copyOf(overrides.stream().collect(groupingBy(AgentOverride::agent)));
        this.seats = agents(duties, leave).stream()
                .collect(toUnmodifiableMap(agent -> agent, agent -> seats(agent, duties)));
    }

    private static Set<String> agents(List<Duty> duties, List<Leave> leave) {
        var agents = new HashSet<String>();
        duties.forEach(duty -> agents.addAll(duty.agents()));
        leave.stream().map(Leave::substitute).filter(agent -> agent != null).forEach(agents::add);
        return agents;
    }

    private List<Seat> seats(String agent, List<Duty> duties) {
        return absences.seats(agent).stream()
                .flatMap(who -> duties.stream()
                        .filter(duty -> duty.agents().contains(who))
                        .map(duty -> new Seat(who, duty, days(duty.calendar()))))
                .toList();
    }

    /** Everybody whom a line, a leave or an override may have work. */
    Set<String> agents() {
        var agents = new HashSet<>(seats.keySet());
        agents.addAll(overrides.keySet());
        return agents;
    }

    Absences absences() {
        return absences;
    }

    /** The lines that an agent may work: their own first, then those of people for whom they may stand in. */
    List<Seat> seats(String agent) {
        return seats.getOrDefault(agent, List.of());
    }

    List<AgentOverride> overrides(String agent) {
        return overrides.getOrDefault(agent, List.of());
    }

    /** What an agent works in some of that time, by its beginning; leave, holidays and overrides are respected. */
    List<Turn> turns(String agent, Instant from, Instant to) {
        return turns(agent, from, to, days -> days.between(from, to));
    }

    /**
     * The same for somebody who asks for many agents.
     *
     * @param spans the spans of a calendar in that time
     */
    List<Turn> turns(String agent, Instant from, Instant to, Function<Days, Stream<Span>> spans) {
        var turns = seats(agent).stream()
                .flatMap(seat -> spans.apply(seat.days())
                        .filter(span ->
                                seat.duty().covers(seat.agent(), span) && works(agent, seat.agent(), span.date()))
                        .map(span -> new Turn(agent, seat.agent(), seat.duty().calendar(), span, null)))
                .toList();
        for (var override : overrides(agent)) {
            turns = with(override, turns);
        }
        return turns.stream()
                .filter(turn -> turn.span().overlaps(from, to))
                .sorted(Comparator.comparing(turn -> turn.span().from()))
                .toList();
    }

    private boolean works(String agent, String seat, LocalDate date) {
        return absences.worker(seat, date).filter(agent::equals).isPresent();
    }

    private List<Turn> with(AgentOverride override, List<Turn> turns) {
        var rest = turns.stream().flatMap(turn -> turn.without(override.from(), override.until()));
        return Stream.concat(rest, turn(override)).toList();
    }

    private Stream<Turn> turn(AgentOverride override) {
        var work = override.work();
        if (work == null) {
            return Stream.empty();
        }
        var span = days(work.calendar()).calendar().span(work.shift(), override.from(), override.until());
        return absences.on(override.agent(), span.date()).isPresent()
                ? Stream.empty()
                : Stream.of(new Turn(override.agent(), override.agent(), work.calendar(), span, override));
    }

    Days days(String calendar) {
        return calendars.apply(calendar);
    }

    /** The calendar of an agent's first line. */
    Days home(String agent) {
        return seats(agent).stream().findFirst().map(Seat::days).orElse(always);
    }

    /** A line of the roster for one of its agents. */
    record Seat(String agent, Duty duty, Days days) {}
}
