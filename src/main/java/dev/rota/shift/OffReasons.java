package dev.rota.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Why somebody is not at work: leave, an override, a holiday, or no line of the roster. */
final class OffReasons {

    private final Roster roster;

    OffReasons(Roster roster) {
        this.roster = roster;
    }

    Reason of(String agent, Instant at) {
        return awayOn(agent, at)
                .flatMap(date -> roster.absences().on(agent, date))
                .map(leave -> new Reason(Rule.LEAVE, words(leave)))
                .or(() -> excused(agent, at))
                .or(() -> due(agent, at)
                        .flatMap(turn -> closed(turn, at).stream())
                        .findFirst())
                .orElseGet(() -> new Reason(Rule.ROSTER, notDue(agent, at)));
    }

    /** The day that an agent has off at an instant by leave: that of the night under way, else today. */
    Optional<LocalDate> awayOn(String agent, Instant at) {
        var today = roster.home(agent).at(at).date();
        return Stream.concat(due(agent, at).map(turn -> turn.span().date()), Stream.of(today))
                .filter(date -> roster.absences().on(agent, date).isPresent())
                .findFirst();
    }

    /** What the agent's own lines have under way, whatever holidays, leave and overrides say. */
    private Stream<Turn> due(String agent, Instant at) {
        return roster.seats(agent).stream()
                .filter(seat -> seat.agent().equals(agent))
                .flatMap(seat -> seat.days()
                        .planned(at)
                        .filter(span -> seat.duty().covers(agent, span))
                        .map(span -> new Turn(agent, agent, seat.duty().calendar(), span, null)));
    }

    private Optional<Reason> excused(String agent, Instant at) {
        return roster.overrides(agent).stream()
                .filter(override -> override.contains(at))
                .reduce((one, later) -> later)
                .map(override ->
                        new Reason(Rule.OVERRIDE, byOverride(override.until(), override.reason(), roster.home(agent))));
    }

    private Optional<Reason> closed(Turn turn, Instant at) {
        var days = roster.days(turn.calendar());
        var override = days.overrideAt(at);
        if (override != null) {
            return Optional.of(new Reason(Rule.OVERRIDE, byOverride(override.until(), override.reason(), days)));
        }
        return Optional.ofNullable(days.on(turn.span().date()).closingCalendar(turn.calendar()))
                .map(holiday -> new Reason(Rule.HOLIDAY, "holiday " + holiday.name()));
    }

    private String notDue(String agent, Instant at) {
        if (roster.seats(agent).isEmpty() && roster.overrides(agent).isEmpty()) {
            return "on no roster";
        }
        var home = roster.home(agent);
        var today = home.at(at).date();
        return "not on the roster of this hour"
                + Timetable.daysFrom(today)
                        .flatMap(date -> roster
                                .turns(
                                        agent,
                                        home.on(date).from(),
                                        home.on(date).until())
                                .stream())
                        .filter(turn -> turn.span().from().isAfter(at))
                        .findFirst()
                        .map(turn -> next(turn, home.at(at)))
                        .orElse("");
    }

    private String next(Turn turn, Day today) {
        var zone = roster.days(turn.calendar()).calendar().zone();
        var begins = turn.span().from().atZone(zone);
        var day = begins.toLocalDate().equals(today.date()) ? "" : " on " + Moments.day(begins);
        return "; next shift " + turn.span().shift().name() + day + " at " + Moments.time(begins);
    }

    static String words(Leave leave) {
        return "on leave until " + Moments.day(leave.to());
    }

    private static String byOverride(Instant until, String reason, Days days) {
        return "off by an override until "
                + Moments.dayAndTime(until, days.calendar().zone()) + ": " + reason;
    }

    /** The rule, and the end of a sentence. */
    record Reason(Rule rule, String words) {}
}
