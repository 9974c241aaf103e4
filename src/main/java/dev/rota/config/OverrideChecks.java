package dev.rota.config;

import dev.rota.config.ShiftsFile.OverrideEntry;
import dev.rota.shift.Absences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether each override of {@code shifts.yaml} says one thing about one thing, and none contradicts another. */
final class OverrideChecks {

    private static final String WHERE = "overrides";

    private final Parts parts;
    private final Source source;
    private final ShiftsFile file;
    private final Absences absences;

    private OverrideChecks(Parts parts) {
        this.parts = parts;
        this.source = parts.shifts().source();
        this.file = parts.shifts().content();
        this.absences = new Absences(
                file.leave().stream().map(ShiftsFile.LeaveEntry::leave).toList());
    }

    static void run(Parts parts) {
        var checks = new OverrideChecks(parts);
        var before = new ArrayList<Located<OverrideEntry>>();
        for (var entry : checks.file.overrides()) {
            checks.check(entry);
            checks.overlap(entry, before);
            before.add(entry);
        }
    }

    private void check(Located<OverrideEntry> located) {
        var entry = located.value();
        var sentence = entry.queue() != null ? faultOfQueue(entry) : faultOfShift(entry);
        if (sentence != null && source.isFine(located.line())) {
            source.problem(located.line(), WHERE + ": " + sentence);
        }
        if (!entry.to().value().isAfter(entry.from())) {
            source.problem(entry.to().line(), WHERE + ": ends at or before its beginning");
        }
        names(entry);
        leave(located);
    }

    private static @Nullable String faultOfQueue(OverrideEntry entry) {
        if (entry.calendar() != null || entry.agent() != null) {
            return "expected one of calendar, queue and agent; an agent may name the calendar of the shift";
        }
        if (entry.shift() != null || entry.insteadOf() != null) {
            return "a queue has no shift; expected open: true or open: false";
        }
        return entry.open() == null ? "'open' is missing; expected true or false" : null;
    }

    private static @Nullable String faultOfShift(OverrideEntry entry) {
        if (entry.calendar() == null && entry.agent() == null) {
            return "expected one of calendar, queue and agent";
        }
        if (entry.open() != null) {
            return "'open' is for a queue; expected shift";
        }
        if (entry.shift() == null) {
            return "'shift' is missing; expected a shift of the calendar, or none";
        }
        var works = OverrideEntries.shift(entry) != null;
        if (entry.agent() != null && works && entry.calendar() == null) {
            return "'calendar' is missing; the shift of an agent belongs to one";
        }
        return entry.insteadOf() != null && (entry.agent() == null || !works)
                ? "'insteadOf' is for an agent who works a shift"
                : null;
    }

    private void names(OverrideEntry entry) {
        known("queue", entry.queue(), parts.knownQueues());
        known("agent", entry.agent(), parts.knownAgents());
        known("agent", entry.insteadOf(), parts.knownAgents());
        known("calendar", entry.calendar(), parts.knownCalendars());
        if (entry.calendar() != null && OverrideEntries.shift(entry) != null) {
            RosterChecks.mustHaveShift(parts, source, WHERE, entry.calendar().value(), entry.shift());
        }
    }

    private void known(String kind, @Nullable Located<String> name, Named<?> known) {
        if (name != null) {
            source.mustKnow(WHERE, kind, name, known);
        }
    }

    /** Leave beats overrides, so one that gives work to somebody who is away would do nothing. */
    private void leave(Located<OverrideEntry> located) {
        var entry = located.value();
        if (entry.agent() != null && OverrideEntries.shift(entry) != null) {
            absences.on(entry.agent().value(), entry.from().toLocalDate())
                    .ifPresent(leave -> source.problem(
                            located.line(),
                            WHERE + ": " + leave.agent() + " is on leave from " + leave.from() + " to " + leave.to()
                                    + "; leave beats overrides"));
        }
    }

    private void overlap(Located<OverrideEntry> located, List<Located<OverrideEntry>> before) {
        var entry = located.value();
        for (var other : before) {
            var subject = common(entry, other.value());
            var meet = OverrideEntries.from(entry, file).isBefore(OverrideEntries.until(other.value(), file))
                    && OverrideEntries.from(other.value(), file).isBefore(OverrideEntries.until(entry, file));
            if (subject != null && meet) {
                source.problem(
                        located.line(),
                        WHERE + ": " + subject + " has another override at that time, on line " + other.line());
            }
        }
    }

    /** What both speak about. */
    private static @Nullable String common(OverrideEntry one, OverrideEntry other) {
        return subjects(one).stream()
                .filter(subjects(other)::contains)
                .findFirst()
                .orElse(null);
    }

    private static List<String> subjects(OverrideEntry entry) {
        if (entry.queue() != null) {
            return List.of("queue '" + entry.queue().value() + "'");
        }
        if (entry.agent() == null) {
            return entry.calendar() == null
                    ? List.of()
                    : List.of("calendar '" + entry.calendar().value() + "'");
        }
        var agent = "agent '" + entry.agent().value() + "'";
        return entry.insteadOf() == null
                ? List.of(agent)
                : List.of(agent, "agent '" + entry.insteadOf().value() + "'");
    }
}
