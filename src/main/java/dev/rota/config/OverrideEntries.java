package dev.rota.config;

import dev.rota.config.ShiftsFile.OverrideEntry;
import dev.rota.inquiry.Inquiry;
import dev.rota.shift.AgentOverride;
import dev.rota.shift.AgentOverride.Work;
import dev.rota.shift.CalendarOverride;
import dev.rota.shift.Overrides;
import dev.rota.shift.QueueOverride;
import dev.rota.shift.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The overrides of {@code shifts.yaml} as instants, and after them those that hold only where they say nothing. */
final class OverrideEntries {

    private OverrideEntries() {}

    /** All overrides; what people wrote by hand beats the files that they name. */
    static Overrides overrides(ShiftsFile file, Enclosed enclosed) {
        var calendars = new ArrayList<>(enclosed.calendars());
        var queues = new ArrayList<>(enclosed.queues());
        var agents = new ArrayList<AgentOverride>();
        for (var entry : Located.values(file.overrides())) {
            var from = from(entry, file);
            var until = until(entry, file);
            if (entry.queue() != null) {
                var open = Boolean.TRUE.equals(entry.open());
                queues.add(new QueueOverride(entry.queue().value(), open, from, until, entry.reason()));
            } else if (entry.agent() != null) {
                agents.addAll(ofAgents(entry, entry.agent().value(), from, until));
            } else {
                var calendar = Objects.requireNonNull(entry.calendar()).value();
                calendars.add(new CalendarOverride(calendar, shift(entry), from, until, entry.reason()));
            }
        }
        return new Overrides(calendars, queues, agents);
    }

    static Instant from(OverrideEntry entry, ShiftsFile file) {
        return Span.first(entry.from(), file.zoneOf(Located.valueOf(entry.calendar())));
    }

    static Instant until(OverrideEntry entry, ShiftsFile file) {
        return Span.first(entry.to().value(), file.zoneOf(Located.valueOf(entry.calendar())));
    }

    /** The shift of that time; null when there is to be none. */
    static @Nullable String shift(OverrideEntry entry) {
        var shift = Located.valueOf(entry.shift());
        return Inquiry.NO_SHIFT.equals(shift) ? null : shift;
    }

    private static List<AgentOverride> ofAgents(OverrideEntry entry, String agent, Instant from, Instant until) {
        var shift = shift(entry);
        var calendar = Located.valueOf(entry.calendar());
        var work = shift == null || calendar == null ? null : new Work(calendar, shift);
        var own = new AgentOverride(agent, work, from, until, entry.reason());
        return entry.insteadOf() == null
                ? List.of(own)
                : List.of(own, new AgentOverride(entry.insteadOf().value(), null, from, until, entry.reason()));
    }
}
