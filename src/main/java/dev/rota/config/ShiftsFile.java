package dev.rota.config;

import dev.rota.shift.Holiday;
import dev.rota.shift.Leave;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code shifts.yaml}: when work is done, and by whom. */
record ShiftsFile(
        @Key("The zone of all times in this file.") ZoneId zone,
        @Key(value = "The calendars, by the name that numbers and queues use.", min = 1) Named<CalendarEntry> calendars,
        @Key(value = "Days that close calendars or queues.", or = "[]") List<Located<HolidayEntry>> holidays,
        @Key(value = "Who works which shift, by the shift's name.", or = "{}") Named<RosterEntry> roster,
        @Key("More lines of the roster: a CSV file in this folder, which './rota roster import' writes.") @Nullable
                Located<String> rosterFile,
        @Key(value = "Who is away; leave beats overrides and shifts.", or = "[]") List<LeaveEntry> leave,
        @Key(value = "Dated exceptions with an end; they beat holidays and shifts.", or = "[]")
                List<Located<OverrideEntry>> overrides,
        @Key(value = "Longer than this on shift without a pause is listed as an overload.", or = "12h")
                Duration longestShift) {

    /** The shifts of one part of the company. */
    record CalendarEntry(
            @Key("The zone of its times; that of the file, without this key.") @Nullable ZoneId zone,
            @Key(value = "The shifts, by name.", min = 1) Named<ShiftEntry> shifts) {}

    /** A span of working time. */
    record ShiftEntry(
            @Key(value = "The days it starts on: mon-fri, sat.", min = 1) List<DayRange> days,
            @Key("When it begins.") LocalTime from,
            @Key("When it is over; at or before its beginning means the day after.") LocalTime to) {}

    /** A day that closes something, or a file of such days. */
    record HolidayEntry(
            @Key("The day.") @Nullable LocalDate date,
            @Key("Its name; rules and agents see it.") @Nullable String name,
            @Key("In place of date and name: an iCalendar file in this folder.") @Nullable Located<String> ics,
            @Key(value = "Calendars that have no shifts on this day.", or = "[]") List<Located<String>> closes,
            @Key(value = "Queues that are closed on this day, whatever their hours.", or = "{}")
                    Named<QueueState> queues) {

        Holiday on(LocalDate day, String title) {
            return new Holiday(day, title, Set.copyOf(Located.values(closes)), queues.names());
        }
    }

    /** What a holiday does to a queue. */
    enum QueueState {
        CLOSED
    }

    /** Who works a shift. */
    record RosterEntry(
            @Key("The calendar that the shift belongs to.") Located<String> calendar,
            @Key("The shift, when this line has another name.") @Nullable Located<String> shift,
            @Key(value = "Agents of teams.yaml.", or = "[]") List<Located<String>> agents,
            @Key(value = "Teams of teams.yaml, all of whose agents work it.", or = "[]") List<Located<String>> teams,
            @Key("The days of the week on which they do; all of the shift's, without this key.") @Nullable
                    List<DayRange> days,
            @Key("Days on and off; without it they work every day of the shift.") @Nullable CycleEntry cycle) {}

    /** Days on and off. */
    record CycleEntry(
            @Key("Hours on and off: 12x36 is every second day, 144x24 six days of seven.") CyclePattern pattern,
            @Key("The first day on of each agent, once.") Named<LocalDate> anchor) {}

    /** Days away. */
    record LeaveEntry(
            @Key("An agent of teams.yaml.") Located<String> agent,
            @Key("The first day away.") LocalDate from,
            @Key("The last day away.") Located<LocalDate> to,
            @Key("Who works their shifts and takes over their conversations meanwhile.") @Nullable
                    Located<String> substitute) {

        Leave leave() {
            return new Leave(agent.value(), from, to.value(), Located.valueOf(substitute));
        }
    }

    /** A dated exception of a calendar, a queue or an agent. */
    record OverrideEntry(
            @Key("When it begins, on the clock of the calendar.") LocalDateTime from,
            @Key("When it is over.") Located<LocalDateTime> to,
            @Key("Whose shift it is: for this time the calendar has that shift, whatever the day.") @Nullable
                    Located<String> calendar,
            @Key("The queue that is open or closed.") @Nullable Located<String> queue,
            @Key("The agent who works that shift of that calendar, or none.") @Nullable Located<String> agent,
            @Key("The shift of this time; none for no shift.") @Nullable Located<String> shift,
            @Key("Whether the queue is open.") @Nullable Boolean open,
            @Key("Who is off because the agent works.") @Nullable Located<String> insteadOf,
            @Key("Why; whoever looks at the result sees it.") String reason) {}

    /** The zone of a calendar's times. */
    ZoneId zoneOf(@Nullable String calendar) {
        var entry = calendar == null ? null : calendars.values().get(calendar);
        return entry == null || entry.zone() == null ? zone : entry.zone();
    }
}
