package dev.rota.flow.ruletest;

import java.util.List;

/** What came of a set's tests, in the order of files and lines. */
public record RuleTestReport(List<RuleTestResult> results, Coverage coverage) {

    public RuleTestReport {
        results = List.copyOf(results);
    }

    public List<RuleTestResult> failures() {
        return results.stream().filter(result -> !result.passed()).toList();
    }
}
