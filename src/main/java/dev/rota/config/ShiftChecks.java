package dev.rota.config;

import dev.rota.config.ShiftsFile.HolidayEntry;
import dev.rota.inquiry.Inquiry;
import org.jspecify.annotations.Nullable;

/** Whether what {@code shifts.yaml} refers to exists, and whether its shifts leave each other alone. */
final class ShiftChecks {

    private ShiftChecks() {}

    static void run(Parts parts) {
        var source = parts.shifts().source();
        var file = parts.shifts().content();
        file.calendars().forEach((name, line, calendar) -> {
            calendar.shifts().forEach((shift, at, entry) -> {
                if (shift.equals(Inquiry.NO_SHIFT)) {
                    source.problem(at, "calendars." + name + ": 'none' means between shifts; pick another name");
                }
            });
            Overlaps.of(name, calendar, file.zoneOf(name))
                    .forEach(found -> source.problem(found.line(), found.value()));
        });
        file.holidays().forEach(holiday -> holiday(parts, holiday));
        RosterChecks.run(parts);
        LeaveChecks.run(parts);
        OverrideChecks.run(parts);
    }

    private static void holiday(Parts parts, Located<HolidayEntry> located) {
        var source = parts.shifts().source();
        var holiday = located.value();
        var fault = faultOf(holiday);
        if (fault != null && source.isFine(located.line())) {
            source.problem(located.line(), "holidays: " + fault);
        }
        var where = "holiday "
                + (holiday.ics() == null ? holiday.name() : holiday.ics().value());
        holiday.closes().forEach(name -> source.mustKnow(where, "calendar", name, parts.knownCalendars()));
        holiday.queues()
                .forEach((name, line, state) ->
                        source.mustKnow(where, "queue", new Located<>(name, line), parts.knownQueues()));
    }

    private static @Nullable String faultOf(HolidayEntry holiday) {
        if (holiday.ics() != null) {
            return holiday.date() == null && holiday.name() == null
                    ? null
                    : "the file says the days and their names; expected ics alone";
        }
        if (holiday.date() == null) {
            return "'date' is missing; expected it with a name, or ics";
        }
        return holiday.name() == null ? "'name' is missing" : null;
    }
}
