package dev.rota.flow.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.config.Placeholders;
import dev.rota.config.RuleFiles;
import dev.rota.config.RuleFolders;
import dev.rota.config.RuleTestsReader;
import dev.rota.flow.GeneratedTurns;
import dev.rota.flow.rules.RuleCompiler;
import dev.rota.flow.rules.RuleSet;
import dev.rota.flow.triage.RouteSetRefused;
import dev.rota.routing.Decision;
import dev.rota.routing.RuleTest.Difference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example company's own tests. */
class ExampleRuleTestsTest {

    private static final Path CONFIG = Path.of("config");
    private static final RuleFiles FILES = RuleFolders.read(CONFIG, Path.of("routes"));
    private static final RuleCompiler COMPILER = new RuleCompiler(Placeholders.of(CONFIG, name -> null));
    private static final int CHANGES = 20;
    private static final int WRONG = 40;
    private static final int MESSAGES = 3_000;

    @Test
    void all_pass_and_take_every_branch() {
        var report = run(FILES);

        assertThat(report.failures()).isEmpty();
        assertThat(report.coverage().missed()).isEmpty();
        assertThat(report.coverage().all()).isGreaterThan(10);
    }

    @Test
    void they_notice_twenty_of_twenty_changes_of_the_rules() {
        var unnoticed = new ArrayList<RuleChange>();
        var noticed = 0;
        for (var change : compiling(shuffled(changes(), 1))) {
            if (noticed + unnoticed.size() == CHANGES) {
                break;
            }
            if (isNoticed(change)) {
                noticed++;
            } else if (changesAnything(change)) {
                unnoticed.add(change);
            }
        }
        assertThat(unnoticed).isEmpty();
        assertThat(noticed).isEqualTo(CHANGES);
    }

    @Test
    void fewer_of_them_would_not() {
        var few = RuleFiles.of(FILES.all().stream()
                .filter(file -> !file.name().endsWith("people.test.yaml"))
                .toList());

        assertThat(compiling(shuffled(changes(), 1)).stream()
                        .map(change -> run(change.in(few)))
                        .filter(report -> report.failures().isEmpty()))
                .isNotEmpty();
        assertThat(run(few).coverage().missed()).isNotEmpty();
    }

    @Test
    void each_wrong_expectation_is_reported() {
        try (var set = compile(FILES)) {
            var company = set.rules().company();
            for (var wrong : shuffled(WrongExpectation.all(FILES, company), 2).subList(0, WRONG)) {
                var tests = RuleTestsReader.read(wrong.in(FILES).in(RuleFiles.TESTS), company)
                        .tests();

                assertThat(new RuleTests(set).run(tests).failures())
                        .as("%s at %s:%d", wrong.what(), wrong.file(), wrong.line())
                        .isNotEmpty()
                        .allSatisfy(failure -> assertThat(failure.differences())
                                .extracting(Difference::what)
                                .contains(wrong.what()));
            }
        }
    }

    private static boolean isNoticed(RuleChange change) {
        return !run(change.in(FILES)).failures().isEmpty();
    }

    /** Some conditions are there for people to read: without them the same becomes of every message. */
    private static boolean changesAnything(RuleChange change) {
        try (var set = compile(FILES);
                var other = compile(change.in(FILES))) {
            var generated = new GeneratedTurns(3, set.rules());
            return Stream.generate(generated::next).limit(MESSAGES).anyMatch(inquiry -> {
                var was = set.rules().triage().decide(inquiry);
                var is = other.rules().triage().decide(inquiry);
                return !inShort(was).equals(inShort(is));
            });
        }
    }

    private static String inShort(Decision decision) {
        return decision.requestType() + " " + decision.queue() + " " + decision.priority();
    }

    private static List<RuleChange> changes() {
        try (var set = compile(FILES)) {
            return RuleChange.all(FILES, set.rules().company());
        }
    }

    /** So many that the lint has nothing against: it notices some by itself. */
    private static List<RuleChange> compiling(List<RuleChange> changes) {
        return changes.stream()
                .filter(ExampleRuleTestsTest::compiles)
                .limit(2 * CHANGES)
                .toList();
    }

    private static boolean compiles(RuleChange change) {
        try {
            COMPILER.compileToDecide(change.in(FILES)).close();
            return true;
        } catch (RouteSetRefused e) {
            return false;
        }
    }

    private static <T> List<T> shuffled(List<T> all, long seed) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static RuleTestReport run(RuleFiles files) {
        try (var set = compile(files)) {
            var reading =
                    RuleTestsReader.read(files.in(RuleFiles.TESTS), set.rules().company());
            assertThat(reading.problems()).isEmpty();
            return new RuleTests(set).run(reading.tests());
        }
    }

    private static RuleSet compile(RuleFiles files) {
        try {
            return COMPILER.compileToDecide(files);
        } catch (RouteSetRefused e) {
            throw new AssertionError(e);
        }
    }
}
