package dev.rota.cli;

import dev.rota.config.Problem;
import dev.rota.config.RuleFiles;
import dev.rota.flow.ruletest.RuleTestReport;
import dev.rota.routing.Branch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of testing a folder.
 *
 * @param problems what is wrong in its files
 * @param report null when its rules can't be compiled, so that no test could be run
 */
record TestOutcome(RuleFiles files, List<Problem> problems, @Nullable RuleTestReport report) {

    TestOutcome {
        problems = List.copyOf(problems);
    }

    boolean isFine() {
        return problems.isEmpty() && report != null && report.failures().isEmpty();
    }

    /** Where a branch stands, as problems quote it. */
    String path(Branch branch) {
        return path(branch.file()) + ":" + branch.line();
    }

    /** A route file that decisions name from the routes folder, as problems quote it. */
    String path(String routeFile) {
        return files.path(RuleFiles.ROUTES + routeFile);
    }
}
