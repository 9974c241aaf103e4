package dev.rota.flow.ruletest;

import dev.rota.config.Problem;
import dev.rota.flow.Foreseen;
import dev.rota.routing.RuleTest;
import dev.rota.routing.RuleTest.Difference;
import java.util.List;
import java.util.stream.Collectors;

/** What came of one test of the rules. */
public record RuleTestResult(RuleTest test, Foreseen came) {

    /** In what something else came than was expected; nothing when it passed. */
    public List<Difference> differences() {
        return test.expected().differences(came.came());
    }

    public boolean passed() {
        return differences().isEmpty();
    }

    /** A failure as a problem at the test's line. */
    Problem problem() {
        var words = differences().stream().map(Difference::toString).collect(Collectors.joining("; "));
        return new Problem(test.file(), test.line(), "test '" + test.name() + "' fails: " + words);
    }
}
