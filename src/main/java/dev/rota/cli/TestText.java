package dev.rota.cli;

import dev.rota.assignment.Outcome;
import dev.rota.flow.Foreseen;
import dev.rota.flow.ruletest.RuleTestReport;
import dev.rota.flow.ruletest.RuleTestResult;
import dev.rota.inquiry.Fact;
import dev.rota.inquiry.Inquiry;
import dev.rota.routing.Because;
import dev.rota.routing.RuleTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The results of tests for people to read in a terminal: failures whole, all else in a line. */
final class TestText {

    private static final int LONGEST = 110;

    private static final Set<String> OF_THE_CHOICE = Set.of("agent", "never");

    private final TestOutcome outcome;
    private final StringBuilder text = new StringBuilder();
    private final Map<List<Because>, RuleTest> told = new HashMap<>();

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
        var came = failure.came();
        line("%s: %s".formatted(place(test), test.name()));
        line("    given %s to %s at %s"
                .formatted(
                        said(came.inquiry()),
                        came.inquiry().number(),
                        came.inquiry().at().toOffsetDateTime()));
        failure.differences().forEach(difference -> line("    " + difference));
        if (failure.differences().stream().anyMatch(each -> OF_THE_CHOICE.contains(each.what()))) {
            candidates(came);
        }
        because(test, came.decision().because());
        line("    facts " + came.inquiry().facts().stream().map(TestText::fact).collect(Collectors.joining(", ")));
        line("");
    }

    /** One rule that changes makes many tests fail: what they have in common is told once. */
    private void because(RuleTest test, List<Because> rules) {
        var first = told.putIfAbsent(rules, test);
        if (first == null) {
            line("  because");
            rules.forEach(rule -> line("    " + rule(rule)));
        } else {
            line("  because, as in %s".formatted(place(first)));
        }
    }

    private static String place(RuleTest test) {
        return test.file() + ":" + test.line();
    }

    private static String said(Inquiry inquiry) {
        var button = inquiry.buttonId() == null ? "" : " button " + inquiry.buttonId();
        return inquiry.messageType()
                + button
                + (inquiry.text().isEmpty() ? "" : " '" + shortened(inquiry.text()) + "'");
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
