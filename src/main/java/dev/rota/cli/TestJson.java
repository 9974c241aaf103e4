package dev.rota.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.flow.ruletest.Coverage;
import dev.rota.flow.ruletest.RuleTestReport;
import dev.rota.flow.ruletest.RuleTestResult;

/** The results of tests as JSON; what came stands there as an explanation does. */
record TestJson(TestOutcome outcome) {

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        var report = outcome.report();
        if (report == null) {
            json.put("passed", 0).put("failed", 0).putArray("cases");
            json.putNull("coverage");
        } else {
            results(json, report);
        }
        var problems = json.putArray("problems");
        outcome.problems().forEach(problem -> problems.addObject()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("sentence", problem.sentence()));
        return json;
    }

    private void results(ObjectNode json, RuleTestReport report) {
        var failed = report.failures().size();
        json.put("passed", report.results().size() - failed).put("failed", failed);
        var cases = json.putArray("cases");
        report.results().forEach(result -> result(cases.addObject(), result));
        coverage(json.putObject("coverage"), report.coverage());
    }

    private static void result(ObjectNode json, RuleTestResult result) {
        var test = result.test();
        json.put("name", test.name())
                .put("file", test.file())
                .put("line", test.line())
                .put("passed", result.passed());
        var differences = json.putArray("differences");
        result.differences().forEach(difference -> differences
                .addObject()
                .put("what", difference.what())
                .put("expected", difference.expected())
                .put("came", difference.came()));
        json.set("came", ExplanationJson.of(result.came().explanation()));
    }

    private void coverage(ObjectNode json, Coverage coverage) {
        json.put("branches", coverage.all()).put("taken", coverage.hit().size());
        var missed = json.putArray("missed");
        coverage.missed().forEach(branch -> missed.addObject()
                .put("file", outcome.path(branch.file()))
                .put("line", branch.line())
                .put("step", branch.step())
                .put("text", branch.text()));
    }
}
