package dev.rota.flow.ruletest;

import dev.rota.flow.Foreseen;
import dev.rota.flow.Imagination;
import dev.rota.flow.rules.RuleSet;
import dev.rota.routing.RuleTest;
import java.util.List;

/** Runs tests of the rules by a compiled set, which need not be the one in force. */
public final class RuleTests {

    private final RuleSet set;
    private final Imagination imagination;

    public RuleTests(RuleSet set) {
        this.set = set;
        this.imagination = new Imagination(set.rules());
    }

    /** Runs them all, each at its own time. */
    public RuleTestReport run(List<RuleTest> tests) {
        var results = tests.stream()
                .map(test -> new RuleTestResult(test, imagination.foresee(test.given())))
                .toList();
        List<Foreseen> came = results.stream().map(RuleTestResult::came).toList();
        return new RuleTestReport(results, Coverage.of(set.branches(), came));
    }
}
