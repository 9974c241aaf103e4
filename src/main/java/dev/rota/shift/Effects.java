package dev.rota.shift;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;

/** What holds for a calendar or a queue, with the rule that makes it so. */
final class Effects {

    private Effects() {}

    static Effect ofCalendar(Days days, Instant at) {
        var name = days.calendar().name();
        var today = days.at(at);
        var stretch = Stretch.around(at, today, days.changes(at));
        var span = today.spanAt(at);
        var state = span == null ? Effect.NONE : span.shift().name();
        var override = days.overrideAt(at);
        if (override != null) {
            return stretch.effect(state, Rule.OVERRIDE, words(override.until(), override.reason(), days));
        }
        var holiday = days.closingAt(at);
        if (span == null && holiday != null) {
            return stretch.effect(state, Rule.HOLIDAY, "holiday " + holiday.name() + " closes " + name);
        }
        return stretch.effect(
                state, Rule.CALENDAR, span == null ? "between the shifts of " + name : "shift of " + name);
    }

    static Effect ofQueue(String queue, boolean always, Days days, QueueHours hours, Instant at) {
        var today = days.at(at);
        var changes = Stream.concat(days.changes(at), hours.changes(queue));
        var stretch = Stretch.around(at, today, changes);
        var state = hours.open(queue, always, today, at) ? Effect.OPEN : Effect.CLOSED;
        var override = hours.overrideAt(queue, at);
        if (override != null) {
            return stretch.effect(state, Rule.OVERRIDE, words(override.until(), override.reason(), days));
        }
        var holiday = today.closingQueue(queue);
        if (holiday != null) {
            return stretch.effect(state, Rule.HOLIDAY, "holiday " + holiday.name() + " closes the queue");
        }
        if (always) {
            return stretch.effect(state, Rule.CALENDAR, "always open");
        }
        var ofCalendar = ofCalendar(days, at);
        return stretch.effect(state, ofCalendar.rule(), ofCalendar.because());
    }

    private static String words(Instant until, String reason, Days days) {
        ZoneId zone = days.calendar().zone();
        return "override until " + Moments.dayAndTime(until, zone) + ": " + reason;
    }
}
