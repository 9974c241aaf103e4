package dev.rota.config;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rota.shift.Calendar;
import dev.rota.shift.Cycle;
import dev.rota.shift.Duty;
import dev.rota.shift.Holiday;
import dev.rota.shift.Leave;
import dev.rota.shift.Shift;
import dev.rota.shift.Timetable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code shifts.yaml}: when work is done, and by whom. */
record ShiftsFile(
        @Key("The zone of all times in this file.") ZoneId zone,
        @Key(value = "The calendars, by the name that numbers and queues use.", min = 1) Named<CalendarEntry> calendars,
        @Key(value = "Days that close calendars or queues.", or = "[]") List<HolidayEntry> holidays,
        @Key(value = "Who works which shift, by the shift's name.", or = "{}") Named<RosterEntry> roster,
        @Key(value = "Who is away; leave beats shift.", or = "[]") List<LeaveEntry> leave) {

    /** The shifts of one part of the company. */
    record CalendarEntry(@Key(value = "The shifts, by name.", min = 1) Named<ShiftEntry> shifts) {}

    /** A span of working time. */
    record ShiftEntry(
            @Key(value = "The days it starts on: mon-fri, sat.", min = 1) List<DayRange> days,
            @Key("When it begins.") LocalTime from,
            @Key("When it is over; at or before its beginning means the day after.") LocalTime to) {}

    /** A day that closes something. */
    record HolidayEntry(
            @Key("The day.") LocalDate date,
            @Key("Its name; rules and agents see it.") String name,
            @Key(value = "Calendars that have no shifts on this day.", or = "[]") List<Located<String>> closes,
            @Key(value = "Queues that are closed on this day, whatever their hours.", or = "{}")
                    Named<QueueState> queues) {}

    /** What a holiday does to a queue. */
    enum QueueState {
        CLOSED
    }

    /** Who works a shift. */
    record RosterEntry(
            @Key("The calendar that the shift belongs to.") Located<String> calendar,
            @Key(value = "Agents of teams.yaml.", min = 1) List<Located<String>> agents,
            @Key("Days on and off; without it they work every day of the shift.") @Nullable CycleEntry cycle) {}

    /** Days on and off. */
    record CycleEntry(
            @Key("Hours on and off: 12x36 is every second day.") CyclePattern pattern,
            @Key("One day on which each agent works.") Named<LocalDate> anchor) {}

    /** Days away. */
    record LeaveEntry(
            @Key("An agent of teams.yaml.") Located<String> agent,
            @Key("The first day away.") LocalDate from,
            @Key("The last day away.") Located<LocalDate> to) {}

    Timetable timetable() {
        return new Timetable(zone, plans(), closures(), duties(), absences());
    }

    private List<Calendar> plans() {
        return List.copyOf(calendars
                .map((name, calendar) -> new Calendar(name, zone, shifts(calendar)))
                .values());
    }

    static List<Shift> shifts(CalendarEntry calendar) {
        return List.copyOf(calendar.shifts().map(ShiftsFile::shift).values());
    }

    private static Shift shift(String name, ShiftEntry entry) {
        var days = entry.days().stream().flatMap(range -> range.days().stream()).collect(toUnmodifiableSet());
        return new Shift(name, days, entry.from(), entry.to());
    }

    private List<Holiday> closures() {
        return holidays.stream()
                .map(holiday -> new Holiday(
                        holiday.date(),
                        holiday.name(),
                        names(holiday.closes()),
                        Set.copyOf(holiday.queues().names())))
                .toList();
    }

    private List<Duty> duties() {
        return List.copyOf(roster.map((shift, entry) -> new Duty(
                        entry.calendar().value(),
                        shift,
                        names(entry.agents()),
                        entry.cycle() == null
                                ? null
                                : new Cycle(
                                        entry.cycle().pattern().on(),
                                        entry.cycle().pattern().period(),
                                        entry.cycle().anchor().values())))
                .values());
    }

    private List<Leave> absences() {
        return leave.stream()
                .map(away ->
                        new Leave(away.agent().value(), away.from(), away.to().value()))
                .toList();
    }

    private static Set<String> names(List<Located<String>> references) {
        return references.stream().map(Located::value).collect(toUnmodifiableSet());
    }
}
