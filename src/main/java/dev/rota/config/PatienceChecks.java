package dev.rota.config;

import dev.rota.config.QueuesFile.EscalationEntry;
import java.time.Duration;
import java.util.List;

/** Whether the steps of an escalation follow each other, and each does something. */
final class PatienceChecks {

    private PatienceChecks() {}

    static void run(Source source, String where, List<Located<EscalationEntry>> steps) {
        var before = Duration.ZERO;
        for (var step : steps) {
            var entry = step.value();
            if (entry.priority() == null && !entry.supervisor()) {
                source.problem(
                        step.line(),
                        where + ".escalation: a step that changes nothing; expected a priority, or supervisor: true");
            }
            if (entry.after().compareTo(before) <= 0) {
                source.problem(
                        step.line(),
                        where + ".escalation: a step must come after the one before it; expected more time");
            }
            before = entry.after();
        }
    }
}
