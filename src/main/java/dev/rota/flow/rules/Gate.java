package dev.rota.flow.rules;

import dev.rota.config.Problem;
import dev.rota.config.RuleFile;
import java.util.List;

/** What files that compile must pass before they come into force: the tests that their folder has. */
@FunctionalInterface
public interface Gate {

    /**
     * Runs the tests.
     *
     * @param candidate what would come into force
     * @param tests the files in {@code routes/triage/tests/}
     * @return what fails, at its file and line; none when all passes
     */
    List<Problem> check(RuleSet candidate, List<RuleFile> tests);
}
