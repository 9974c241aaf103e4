package dev.rota.cli;

import dev.rota.config.RuleFiles;
import dev.rota.config.RuleTestsReader;
import dev.rota.flow.rules.RuleCompiler;
import dev.rota.flow.ruletest.RuleTests;
import dev.rota.flow.triage.RouteSetRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rota test}: the tests of the rules, and what they cover. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs the tests of the rules, routes/triage/tests/*.test.yaml, and says what they cover.")
public final class TestCommand implements Callable<Integer> {

    private static final int FOUND_SOMETHING = 1;

    private final Settings environment;
    private final Clock clock = Clock.system(ZoneId.systemDefault());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder with config and routes in it.")
    private @Nullable Path folder;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML too.")
    private @Nullable Path junit;

    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    @Option(names = "--watch", description = "Run them again whenever a file has been saved; until Ctrl-C.")
    private boolean watch;

    public TestCommand() {
        this(Settings.ofProcess());
    }

    TestCommand(Settings environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var settings = folder == null ? environment : environment.in(folder);
        if (!watch) {
            return test(settings.ruleFiles(), settings);
        }
        new TestWatch(settings::ruleFiles, files -> testAgain(files, settings)).run();
        return 0;
    }

    /** Says what is wrong and goes on: the next save may mend it. */
    private void testAgain(RuleFiles files, Settings settings) {
        var out = spec.commandLine().getOut();
        out.println("— " + LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
        try {
            test(files, settings);
        } catch (CommandFailure e) {
            e.sentences().forEach(out::println);
        }
        out.flush();
    }

    private int test(RuleFiles files, Settings settings) {
        var outcome = outcome(files, settings);
        spec.commandLine()
                .getOut()
                .println(json ? new TestJson(outcome).json().toPrettyString() : TestText.of(outcome));
        if (junit != null) {
            write(junit, TestXml.of(outcome));
        }
        return outcome.isFine() ? 0 : FOUND_SOMETHING;
    }

    private static TestOutcome outcome(RuleFiles files, Settings settings) {
        try (var set = new RuleCompiler(settings.placeholders()).compileToDecide(files)) {
            var reading =
                    RuleTestsReader.read(files.in(RuleFiles.TESTS), set.rules().company());
            if (reading.tests().isEmpty() && reading.problems().isEmpty()) {
                throw CommandFailure.wrongUse(
                        "There is no test: " + files.path(RuleFiles.TESTS) + " has no file that ends in .test.yaml.");
            }
            return new TestOutcome(files, reading.problems(), new RuleTests(set).run(reading.tests()));
        } catch (RouteSetRefused e) {
            return new TestOutcome(files, e.problems(), null);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw CommandFailure.wrongUse("--junit: " + file + " can't be written: " + e + ".");
        }
    }
}
