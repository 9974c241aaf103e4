package dev.rota.flow.ruletest;

import dev.rota.config.Problem;
import dev.rota.flow.Foreseen;
import dev.rota.flow.Imagination;
import dev.rota.flow.rules.RuleSet;
import dev.rota.routing.RuleTest;
import dev.rota.routing.RuleTest.Difference;
import java.util.List;
import java.util.stream.Collectors;

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

    /** The gate of a set: a problem for each test that fails. */
    public List<Problem> problems(List<RuleTest> tests) {
        return run(tests).failures().stream().map(RuleTests::problem).toList();
    }

    private static Problem problem(RuleTestResult failure) {
        var differences =
                failure.differences().stream().map(Difference::toString).collect(Collectors.joining("; "));
        var test = failure.test();
        return new Problem(test.file(), test.line(), "test '" + test.name() + "' fails: " + differences);
    }
}
