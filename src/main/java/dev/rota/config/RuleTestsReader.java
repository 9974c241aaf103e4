package dev.rota.config;

import dev.rota.config.RuleTestsFile.TestEntry;
import dev.rota.desk.Company;
import dev.rota.routing.RuleTest;
import java.util.ArrayList;
import java.util.List;

/** Reads the tests of the rules, and reports all problems at once. */
public final class RuleTestsReader {

    private static final String NAMED = ".test.yaml";

    private final Company company;
    private final List<RuleTest> tests = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private RuleTestsReader(Company company) {
        this.company = company;
    }

    /**
     * Reads tests.
     *
     * @param files those called {@code routes/triage/tests/…}
     * @param company where everything is looked up that they name
     */
    public static RuleTestReading read(List<RuleFile> files, Company company) {
        var reader = new RuleTestsReader(company);
        files.forEach(reader::read);
        return new RuleTestReading(
                reader.tests, reader.problems.stream().distinct().toList());
    }

    private void read(RuleFile file) {
        var source = new Source(file.path(), problems);
        if (!file.name().endsWith(NAMED)) {
            source.problem(1, "is not read; expected a name that ends in " + NAMED);
            return;
        }
        var root = Document.read(file, source);
        var list = root == null ? null : new Cases(source).writtenOut(root);
        var checks = new RuleTestChecks(source, company);
        for (var entry : new NodeReader(source).file(list, RuleTestsFile.class).tests()) {
            checks.run(entry);
            tests.add(test(file, entry));
        }
    }

    private static RuleTest test(RuleFile file, TestEntry entry) {
        return new RuleTest(
                entry.name().value(),
                file.path(),
                entry.name().line(),
                entry.given(),
                entry.expect().expected());
    }
}
