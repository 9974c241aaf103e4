package dev.rota.config;

import dev.rota.desk.Company;
import dev.rota.shift.Gap;
import dev.rota.shift.Gaps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the files plan for the time ahead, as sentences for people who look at them; an engine starts all the same. */
public final class Outlook {

    private final Parts parts;
    private final @Nullable Company company;

    Outlook(Parts parts, @Nullable Company company) {
        this.parts = parts;
        this.company = company;
    }

    Parts parts() {
        return parts;
    }

    /** Overrides that are over, and the gaps and overloads of 52 weeks; nothing when the files have problems. */
    public List<Problem> from(Instant now) {
        var findings = new ArrayList<Problem>();
        if (company != null) {
            pastOverrides(now, findings);
            Gaps.of(company.timetable(), company.posts(), now, Gaps.AHEAD).forEach(gap -> findings.add(located(gap)));
        }
        findings.sort(Comparator.comparing(Problem::file).thenComparingInt(Problem::line));
        return findings;
    }

    private void pastOverrides(Instant now, List<Problem> findings) {
        var file = parts.shifts().content();
        for (var override : file.overrides()) {
            if (!OverrideEntries.until(override.value(), file).isAfter(now)) {
                findings.add(new Problem(
                        parts.shifts().source().file(),
                        override.line(),
                        "overrides: is over since " + override.value().to().value() + "; it can go"));
            }
        }
    }

    private Problem located(Gap gap) {
        return switch (gap.kind()) {
            case QUEUE_WITHOUT_PEOPLE, QUEUE_WITHOUT_SKILL ->
                problem(parts.queues(), parts.knownQueues().line(gap.subject()), gap);
            case SHIFT_WITHOUT_PEOPLE -> problem(parts.shifts(), lineOfShift(gap), gap);
            case AGENT_IN_TWO_SHIFTS, AGENT_TOO_LONG_ON_SHIFT ->
                problem(parts.teams(), parts.knownAgents().line(gap.subject()), gap);
        };
    }

    private int lineOfShift(Gap gap) {
        var calendar = parts.knownCalendars().values().get(gap.detail());
        return calendar == null ? 1 : calendar.shifts().line(gap.subject());
    }

    private static Problem problem(Part<?> part, int line, Gap gap) {
        return new Problem(part.source().file(), line, gap.sentence());
    }
}
