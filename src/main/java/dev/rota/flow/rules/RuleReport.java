package dev.rota.flow.rules;

import dev.rota.config.Problem;
import java.util.List;

/**
 * What an engine works by, and what it does not.
 *
 * @param swap put into force what this engine works by
 * @param notFollowed why this engine can't work by what is in force on all engines; empty when it does
 * @param refused what engines have proposed last and others would not have
 * @param atStart files that take effect when the engine starts again, because they have changed
 * @param atStartProblems what that start would have against them
 */
public record RuleReport(
        Swap swap,
        List<Problem> notFollowed,
        List<Proposal> refused,
        List<String> atStart,
        List<Problem> atStartProblems) {

    public RuleReport {
        notFollowed = List.copyOf(notFollowed);
        refused = List.copyOf(refused);
        atStart = List.copyOf(atStart);
        atStartProblems = List.copyOf(atStartProblems);
    }

    /** Whether somebody who edits files should look at it. */
    public boolean needsAttention() {
        return !notFollowed.isEmpty() || !refused.isEmpty() || !atStartProblems.isEmpty();
    }
}
