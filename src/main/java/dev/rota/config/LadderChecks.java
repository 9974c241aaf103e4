package dev.rota.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a ladder of skills begins at once, and each step begins later and lets more people in than the one before. */
final class LadderChecks {

    private final Source source;
    private final String where;

    private LadderChecks(Source source, String where) {
        this.source = source;
        this.where = where;
    }

    static void run(Source source, String where, List<Located<QueuesFile.SkillStepEntry>> steps) {
        var checks = new LadderChecks(source, where + ".skills");
        QueuesFile.@Nullable SkillStepEntry before = null;
        for (var step : steps) {
            checks.check(step.value(), before, step.line());
            before = step.value();
        }
    }

    private void check(QueuesFile.SkillStepEntry step, QueuesFile.@Nullable SkillStepEntry before, int line) {
        var any = Boolean.TRUE.equals(step.any());
        if (any == (step.atLeast() != null)) {
            source.problem(line, where + ": a step says either atLeast, with a level, or any: true");
        } else if (before == null) {
            require(step.after().equals(Duration.ZERO), line, "the first step begins after 0s");
        } else {
            require(step.after().compareTo(before.after()) > 0, line, "a step begins later than the one before");
            require(
                    step.desk().atLeast() < before.desk().atLeast(),
                    line,
                    "a step lets more people in than the one before, or it changes nothing");
        }
    }

    private void require(boolean holds, int line, String rule) {
        if (!holds) {
            source.problem(line, where + ": " + rule);
        }
    }
}
