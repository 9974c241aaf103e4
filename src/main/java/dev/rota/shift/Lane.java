package dev.rota.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A queue day by day: when it is open, and who serves it then.
 *
 * @param zone on whose clock the days begin and end
 */
public record Lane(String queue, ZoneId zone, List<Lane.OfDay> days) {

    public Lane {
        days = List.copyOf(days);
    }

    /**
     * One local day.
     *
     * @param until when the next one begins: 23 or 25 hours later where clocks change
     * @param holidays the names of those that close the queue, or the calendar of its hours
     * @param open by time; none touches or overlaps another of the same people
     */
    public record OfDay(LocalDate date, Instant from, Instant until, List<String> holidays, List<Part> open) {

        public OfDay {
            holidays = List.copyOf(holidays);
            open = List.copyOf(open);
        }
    }

    /**
     * Part of a day in which a queue is open and nobody comes or goes.
     *
     * @param until when it is over; not part of it
     * @param people who serves it, in the order of the alphabet; empty is a gap
     */
    public record Part(Instant from, Instant until, List<String> people) implements Lasting {

        public Part {
            people = List.copyOf(people);
        }

        /** Whether it goes on as the other did. */
        private boolean continues(Part other) {
            return from.equals(other.until) && people.equals(other.people);
        }
    }

    /**
     * What the plan says of a queue, overrides, holidays and leave respected.
     *
     * @param from an instant of the first day
     * @param days how many days, from 1 on
     */
    public static Lane of(Timetable timetable, Post post, Instant from, int days) {
        var calendar = timetable.hoursOf(post.hours());
        var first = calendar.at(from).date();
        var each = first.datesUntil(first.plusDays(days))
                .map(date -> day(timetable, post, calendar.on(date)))
                .toList();
        return new Lane(post.queue(), calendar.calendar().zone(), each);
    }

    private static OfDay day(Timetable timetable, Post post, Day day) {
        var work = post.agents().stream()
                .flatMap(agent -> timetable.roster().turns(agent, day.from(), day.until()).stream())
                .toList();
        var edges = new TreeSet<Instant>();
        work.forEach(
                turn -> edges.addAll(List.of(turn.span().from(), turn.span().until())));
        var open = timetable.openings(post.queue(), post.hours(), day.stretch()).stream()
                .flatMap(opening -> pieces(opening, edges))
                .map(piece -> new Part(piece.from(), piece.until(), people(work, piece.from())))
                .toList();
        return new OfDay(day.date(), day.from(), day.until(), holidays(post, day), joined(open));
    }

    private static Stream<Stretch> pieces(Stretch opening, TreeSet<Instant> edges) {
        var cuts = new TreeSet<>(edges.subSet(opening.from(), false, opening.until(), false));
        cuts.add(opening.from());
        return cuts.stream().map(cut -> {
            var next = cuts.higher(cut);
            return new Stretch(cut, next == null ? opening.until() : next);
        });
    }

    private static List<String> people(List<Turn> work, Instant at) {
        return work.stream()
                .filter(turn -> turn.span().contains(at))
                .map(Turn::agent)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Part> joined(List<Part> parts) {
        var joined = new ArrayList<Part>();
        for (var part : parts) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && part.continues(last)) {
                joined.set(joined.size() - 1, new Part(last.from, part.until, part.people));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    private static List<String> holidays(Post post, Day day) {
        var hours = post.hours();
        return day.holidays().stream()
                .filter(holiday -> holiday.closedQueues().contains(post.queue())
                        || (hours != null && holiday.closedCalendars().contains(hours)))
                .map(Holiday::name)
                .toList();
    }
}
