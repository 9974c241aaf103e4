package dev.rota.flow.ruletest;

import dev.rota.config.Problem;
import dev.rota.config.RuleFile;
import dev.rota.config.RuleTestsReader;
import dev.rota.flow.rules.Gate;
import dev.rota.flow.rules.RuleSet;
import java.util.List;
import java.util.stream.Stream;

/** Lets rules come into force only when all tests beside them can be read, and pass. */
final class RuleTestGate implements Gate {

    @Override
    public List<Problem> check(RuleSet candidate, List<RuleFile> tests) {
        var reading = RuleTestsReader.read(tests, candidate.rules().company());
        var failures = new RuleTests(candidate)
                .run(reading.tests()).failures().stream().map(RuleTestResult::problem);
        return Stream.concat(reading.problems().stream(), failures).toList();
    }
}
