package dev.rota.cli;

import dev.rota.assignment.Outcome;
import dev.rota.flow.Foreseen;
import dev.rota.flow.ruletest.RuleTestReport;
import dev.rota.flow.ruletest.RuleTestResult;
import dev.rota.inquiry.Fact;
import dev.rota.routing.Because;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The results of tests for people to read in a terminal: failures whole, all else in a line. */
final class TestText {

    private static final int LONGEST = 110;

    private static final Set<String> OF_THE_CHOICE = Set.of("agent", "never");

    private final TestOutcome outcome;
    private final StringBuilder text = new StringBuilder();

    private TestText(TestOutcome outcome) {
        this.outcome = outcome;
    }

    /** The text, without a line break at its end. */
    static String of(TestOutcome outcome) {
        return new TestText(outcome).text();
    }

    private String text() {
        outcome.problems().forEach(problem -> line(problem.toString()));
        var report = outcome.report();
        if (report == null) {
            return text + "no test was run";
        }
        report.failures().forEach(this::failure);
        for (var branch : report.coverage().missed()) {
            line("never taken: %s %s: %s".formatted(outcome.path(branch), branch.step(), shortened(branch.text())));
        }
        return text + summary(report);
    }

    private String summary(RuleTestReport report) {
        var failed = report.failures().size();
        var problems = outcome.problems().size();
        return "%d passed, %d failed%s; %d of %d branches taken"
                .formatted(
                        report.results().size() - failed,
                        failed,
                        problems == 0 ? "" : ", " + problems + " problems in the files",
                        report.coverage().hit().size(),
                        report.coverage().all());
    }

    private void failure(RuleTestResult failure) {
        var test = failure.test();
        line("%s:%d: %s".formatted(test.file(), test.line(), test.name()));
        failure.differences().forEach(difference -> line("    " + difference));
        line("  because");
        var came = failure.came();
        came.decision().because().forEach(rule -> line("    " + rule(rule)));
        if (failure.differences().stream().anyMatch(each -> OF_THE_CHOICE.contains(each.what()))) {
            candidates(came);
        }
        line("    facts: " + came.inquiry().facts().stream().map(TestText::fact).collect(Collectors.joining(", ")));
        line("");
    }

    private String rule(Because rule) {
        var place = outcome.path(rule.file()) + ":" + rule.line() + " " + rule.step();
        return switch (rule.value()) {
            case "false" -> "no   " + place + ": " + shortened(rule.text());
            case "true" -> "yes  " + place + ": " + shortened(rule.text());
            default -> "  →  " + place + ": " + rule.value();
        };
    }

    private void candidates(Foreseen came) {
        if (came.outcome() instanceof Outcome.Waits waits) {
            line("    nobody: " + waits.reason());
        }
        for (var verdict : came.outcome().because()) {
            line("    %-4s %s: %s".formatted(verdict.in() ? "in" : "out", verdict.agent(), verdict.reason()));
        }
    }

    private static String fact(Fact fact) {
        return fact.name() + " = " + Objects.requireNonNullElse(fact.value(), "unknown");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
