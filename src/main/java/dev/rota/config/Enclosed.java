package dev.rota.config;

import dev.rota.config.ShiftsFile.HolidayEntry;
import dev.rota.shift.CalendarOverride;
import dev.rota.shift.Duty;
import dev.rota.shift.Holiday;
import dev.rota.shift.QueueOverride;
import java.util.ArrayList;
import java.util.List;

/** What stands in the files that {@code shifts.yaml} names: holidays, closures of some hours, lines of the roster. */
record Enclosed(
        List<Holiday> holidays, List<CalendarOverride> calendars, List<QueueOverride> queues, List<Duty> duties) {

    /** Reads the files; what is wrong with them is reported at their lines, and a missing one where it is named. */
    static Enclosed read(RuleFiles files, Parts parts, List<Problem> problems) {
        var enclosed = new Enclosed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var file = parts.shifts().content();
        var reader = new EnclosedReader(files, parts.shifts().source(), problems);
        for (var holiday : Located.values(file.holidays())) {
            reader.read("holidays", holiday.ics(), (text, source) -> IcsFile.read(text, source, file.zone())
                    .forEach(time -> enclosed.close(time, holiday)));
        }
        reader.read("rosterFile", file.rosterFile(), (text, source) -> new RosterTable(parts, source)
                .lines(Table.read(text, source))
                .forEach(line -> enclosed.duties.add(line.duty())));
        return enclosed;
    }

    private void close(IcsTime time, HolidayEntry entry) {
        if (time instanceof IcsTime.WholeDays days) {
            days.dates().forEach(date -> holidays.add(entry.on(date, days.name())));
        } else if (time instanceof IcsTime.Hours hours) {
            Located.values(entry.closes())
                    .forEach(calendar -> calendars.add(
                            new CalendarOverride(calendar, null, hours.from(), hours.until(), hours.name())));
            entry.queues()
                    .names()
                    .forEach(queue ->
                            queues.add(new QueueOverride(queue, false, hours.from(), hours.until(), hours.name())));
        }
    }
}
