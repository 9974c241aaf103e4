package dev.rota.shift;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small company as its people would say it, in the hours of the clock on the wall; drawn by a seed around a day. */
record Sketch(
        ZoneId zone,
        List<Shift> shifts,
        Holiday holiday,
        Time closedOrOther,
        @Nullable String otherShift,
        Time queueTime,
        boolean queueOpen,
        Time excused,
        Time called,
        LocalDate anchor,
        int on,
        int period,
        List<Leave> leave) {

    /** A time between two readings of the clock. */
    record Time(LocalDateTime from, LocalDateTime to) {

        boolean contains(LocalDateTime wall) {
            return !wall.isBefore(from) && wall.isBefore(to);
        }
    }

    static final String CALENDAR = "plant";
    static final String QUEUE = "support";

    /** Ana has the first shift, bia the last by a cycle, caio whatever is in between; ana's substitute is caio, his bia. */
    static final List<String> AGENTS = List.of("ana", "bia", "caio");

    static Sketch of(ZoneId zone, LocalDate day, Random random) {
        var shifts = shifts(random);
        return new Sketch(
                zone,
                shifts,
                new Holiday(
                        near(day, random), "feast", Set.of(CALENDAR), random.nextBoolean() ? Set.of(QUEUE) : Set.of()),
                time(day, random),
                random.nextBoolean()
                        ? null
                        : shifts.get(random.nextInt(shifts.size())).name(),
                time(day, random),
                random.nextBoolean(),
                time(day, random),
                time(day, random),
                near(day, random),
                1 + random.nextInt(2),
                2 + random.nextInt(3),
                List.of(leave("ana", "caio", day, random), leave("caio", "bia", day, random)));
    }

    Timetable timetable() {
        return timetable(zone);
    }

    /** The company in a zone that may be the wrong one. */
    Timetable timetable(ZoneId where) {
        return new Timetable(
                where,
                List.of(new Calendar(CALENDAR, where, shifts)),
                List.of(holiday),
                duties(),
                leave,
                overrides(where),
                Timetable.LONGEST_SHIFT);
    }

    List<Duty> duties() {
        var anchors = AGENTS.stream().collect(toUnmodifiableMap(agent -> agent, agent -> anchor));
        return IntStream.range(0, shifts.size())
                .mapToObj(i -> new Duty(
                        CALENDAR,
                        shifts.get(i).name(),
                        Set.of(holder(i)),
                        holder(i).equals("bia") ? new Cycle(on, period, anchors) : null))
                .toList();
    }

    /** Who has the shift at that place. */
    String holder(int place) {
        return place == 0 ? "ana" : place == shifts.size() - 1 ? "bia" : "caio";
    }

    private Overrides overrides(ZoneId where) {
        return new Overrides(
                List.of(new CalendarOverride(
                        CALENDAR,
                        otherShift,
                        Span.first(closedOrOther.from(), where),
                        Span.first(closedOrOther.to(), where),
                        "other")),
                List.of(new QueueOverride(
                        QUEUE,
                        queueOpen,
                        Span.first(queueTime.from(), where),
                        Span.first(queueTime.to(), where),
                        "queue")),
                List.of(
                        new AgentOverride(
                                "bia", null, Span.first(excused.from(), where), Span.first(excused.to(), where), "off"),
                        new AgentOverride(
                                "caio",
                                new AgentOverride.Work(CALENDAR, shifts.get(0).name()),
                                Span.first(called.from(), where),
                                Span.first(called.to(), where),
                                "on")));
    }

    /** From one to four shifts around the clock, at half hours, some days left out, and perhaps a pause. */
    private static List<Shift> shifts(Random random) {
        var cuts = random.ints(0, 48)
                .distinct()
                .limit(1 + random.nextInt(4))
                .sorted()
                .boxed()
                .toList();
        var all = IntStream.range(0, cuts.size())
                .mapToObj(
                        i -> new Shift("s" + i, days(random), half(cuts.get(i)), half(cuts.get((i + 1) % cuts.size()))))
                .toList();
        return all.size() > 2 && random.nextBoolean() ? List.of(all.get(0), all.get(all.size() - 1)) : all;
    }

    private static Set<DayOfWeek> days(Random random) {
        var days = EnumSet.allOf(DayOfWeek.class);
        if (random.nextBoolean()) {
            days.remove(DayOfWeek.of(1 + random.nextInt(7)));
        }
        return days;
    }

    private static LocalTime half(int hours) {
        return LocalTime.MIDNIGHT.plusMinutes(30L * hours);
    }

    private static LocalDate near(LocalDate day, Random random) {
        return day.plusDays(random.nextInt(4) - 1L);
    }

    private static Time time(LocalDate day, Random random) {
        var from = day.atStartOfDay().plusMinutes(30L * random.nextInt(96));
        return new Time(from, from.plusMinutes(30L + 30L * random.nextInt(40)));
    }

    private static Leave leave(String agent, String substitute, LocalDate day, Random random) {
        var from = near(day, random);
        return new Leave(agent, from, from.plusDays(random.nextInt(2)), substitute);
    }
}
