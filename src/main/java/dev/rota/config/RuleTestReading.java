package dev.rota.config;

import dev.rota.routing.RuleTest;
import java.util.List;

/**
 * What came of reading {@code *.test.yaml}.
 *
 * @param tests those that can be run, in the order of files and lines
 * @param problems what is wrong in the files
 */
public record RuleTestReading(List<RuleTest> tests, List<Problem> problems) {

    public RuleTestReading {
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
    }
}
