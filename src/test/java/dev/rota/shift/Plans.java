package dev.rota.shift;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A timetable with a calendar around the clock and one of office hours, in any zone. */
final class Plans {

    static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

    static final Holiday NATAL =
            new Holiday(LocalDate.parse("2026-12-25"), "Natal", Set.of("comercial"), Set.of("billing"));

    private Plans() {}

    static Timetable in(String zone) {
        return in(zone, Overrides.NONE);
    }

    static Timetable in(String zone, Overrides overrides) {
        return new Timetable(
                ZoneId.of(zone),
                List.of(plantao(zone), comercial(zone)),
                List.of(NATAL),
                List.of(
                        new Duty("plantao", "morning", Set.of("ana", "caio"), null),
                        new Duty("plantao", "afternoon", Set.of("davi", "eva"), null),
                        new Duty("plantao", "night", Set.of("rui", "lia"), everySecondNight()),
                        new Duty("comercial", "early", Set.of("bia"), null)),
                List.of(leave("eva", "2026-12-21", "2027-01-04"), leave("rui", "2026-11-28", "2026-11-28")),
                overrides,
                Timetable.LONGEST_SHIFT);
    }

    static Calendar plantao(String zone) {
        return new Calendar(
                "plantao",
                ZoneId.of(zone),
                List.of(
                        shift("morning", DAILY, "06:00", "14:00"),
                        shift("afternoon", DAILY, "14:00", "22:00"),
                        shift("night", DAILY, "22:00", "06:00")));
    }

    static Calendar comercial(String zone) {
        return new Calendar(
                "comercial",
                ZoneId.of(zone),
                List.of(
                        shift("early", EnumSet.range(MONDAY, SATURDAY), "08:00", "12:00"),
                        shift("late", EnumSet.range(MONDAY, FRIDAY), "13:00", "20:00")));
    }

    static Shift shift(String name, Set<DayOfWeek> days, String from, String to) {
        return new Shift(name, days, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Cycle everySecondNight() {
        return new Cycle(1, 2, Map.of("rui", LocalDate.parse("2026-11-22"), "lia", LocalDate.parse("2026-11-23")));
    }

    private static Leave leave(String agent, String from, String to) {
        return new Leave(agent, LocalDate.parse(from), LocalDate.parse(to));
    }
}
