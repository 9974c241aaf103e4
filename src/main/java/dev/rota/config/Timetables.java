package dev.rota.config;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rota.shift.Calendar;
import dev.rota.shift.Cycle;
import dev.rota.shift.Duty;
import dev.rota.shift.Holiday;
import dev.rota.shift.Leave;
import dev.rota.shift.Shift;
import dev.rota.shift.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the timetable of {@code shifts.yaml} and of the files that it names, when none of them has a problem. */
final class Timetables {

    private final Parts parts;
    private final ShiftsFile file;

    private Timetables(Parts parts) {
        this.parts = parts;
        this.file = parts.shifts().content();
    }

    static Timetable of(Parts parts, Enclosed enclosed) {
        var files = new Timetables(parts);
        return new Timetable(
                files.file.zone(),
                files.calendars(),
                Stream.concat(files.holidays(), enclosed.holidays().stream()).toList(),
                Stream.concat(files.duties(), enclosed.duties().stream()).toList(),
                files.leave(),
                OverrideEntries.overrides(files.file, enclosed),
                files.file.longestShift());
    }

    static List<Shift> shifts(ShiftsFile.CalendarEntry calendar) {
        return List.copyOf(calendar.shifts()
                .map((name, entry) -> new Shift(name, days(entry.days()), entry.from(), entry.to()))
                .values());
    }

    static Set<DayOfWeek> days(List<DayRange> ranges) {
        return ranges.stream().flatMap(range -> range.days().stream()).collect(toUnmodifiableSet());
    }

    private List<Calendar> calendars() {
        return List.copyOf(file.calendars()
                .map((name, calendar) -> new Calendar(name, file.zoneOf(name), shifts(calendar)))
                .values());
    }

    private Stream<Holiday> holidays() {
        return file.holidays().stream()
                .map(Located::value)
                .filter(entry -> entry.ics() == null)
                .map(entry -> entry.on(Objects.requireNonNull(entry.date()), Objects.requireNonNull(entry.name())));
    }

    private Stream<Duty> duties() {
        return file
                .roster()
                .map((name, entry) -> new Duty(
                        entry.calendar().value(),
                        entry.shift() == null ? name : entry.shift().value(),
                        agents(entry),
                        entry.days() == null ? EnumSet.allOf(DayOfWeek.class) : days(entry.days()),
                        cycle(entry.cycle()),
                        LocalDate.MIN,
                        LocalDate.MAX))
                .values()
                .stream();
    }

    private Set<String> agents(ShiftsFile.RosterEntry entry) {
        var agents = new HashSet<>(Located.values(entry.agents()));
        agents.addAll(RosterChecks.members(parts, entry));
        return agents;
    }

    private static @Nullable Cycle cycle(ShiftsFile.@Nullable CycleEntry entry) {
        return entry == null
                ? null
                : new Cycle(
                        entry.pattern().on(),
                        entry.pattern().period(),
                        entry.anchor().values());
    }

    private List<Leave> leave() {
        return file.leave().stream().map(ShiftsFile.LeaveEntry::leave).toList();
    }
}
