package dev.rota.config;

import dev.rota.config.ShiftsFile.LeaveEntry;
import dev.rota.shift.Absences;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether leave begins before it ends, and substitutes lead to somebody and not round in a circle. */
final class LeaveChecks {

    private static final String WHERE = "leave";

    private final Parts parts;
    private final Source source;
    private final List<LeaveEntry> leave;

    private LeaveChecks(Parts parts) {
        this.parts = parts;
        this.source = parts.shifts().source();
        this.leave = parts.shifts().content().leave();
    }

    static void run(Parts parts) {
        var checks = new LeaveChecks(parts);
        checks.leave.forEach(checks::check);
        checks.twoSubstitutes();
        checks.circles();
    }

    private void check(LeaveEntry away) {
        source.mustKnow(WHERE, "agent", away.agent(), parts.knownAgents());
        if (away.substitute() != null) {
            source.mustKnow(WHERE, "substitute", away.substitute(), parts.knownAgents());
        }
        if (away.to().value().isBefore(away.from())) {
            source.problem(away.to().line(), "leave of " + away.agent().value() + " ends before it begins");
        }
    }

    private void twoSubstitutes() {
        for (var i = 0; i < leave.size(); i++) {
            var entry = leave.get(i).leave();
            for (var earlier : leave.subList(0, i)) {
                var other = earlier.leave();
                var differ = entry.substitute() != null
                        && other.substitute() != null
                        && !entry.substitute().equals(other.substitute());
                if (differ
                        && entry.agent().equals(other.agent())
                        && !entry.from().isAfter(other.to())
                        && !other.from().isAfter(entry.to())) {
                    source.problem(
                            leave.get(i).agent().line(),
                            "leave of " + entry.agent() + " has two substitutes from "
                                    + (entry.from().isAfter(other.from()) ? entry.from() : other.from())
                                    + " on: " + other.substitute() + " and " + entry.substitute());
                }
            }
        }
    }

    /** Somebody's leave begins on the first day of any circle. */
    private void circles() {
        var absences = new Absences(leave.stream().map(LeaveEntry::leave).toList());
        var reported = new HashSet<Set<String>>();
        for (var away : leave) {
            var chain = absences.chain(away.agent().value(), away.from());
            var last = chain.get(chain.size() - 1);
            var circle = chain.subList(chain.indexOf(last), chain.size());
            if (circle.size() > 1 && reported.add(new HashSet<>(circle))) {
                source.problem(
                        away.agent().line(),
                        "leave of " + away.agent().value() + ": on " + away.from()
                                + " substitutes go round in a circle: " + String.join(" -> ", circle));
            }
        }
    }
}
