package dev.rota.flow.lint;

import dev.rota.config.ConfigReader;
import dev.rota.config.Placeholders;
import dev.rota.config.Problem;
import dev.rota.config.RuleFiles;
import dev.rota.config.RuleFolders;
import dev.rota.config.RuleTestsReader;
import dev.rota.flow.triage.TriageLint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What is wrong in a company's folders.
 *
 * @param problems what is wrong in the files, by file and line
 * @param warnings what is missing on this machine, and what people should look at in the time ahead
 */
public record CompanyLint(List<Problem> problems, List<Problem> warnings) {

    public CompanyLint {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /**
     * Looks at everything: what the company is, its rules and their tests, its Kamelets, and all other routes.
     *
     * @param variables what the environment says
     * @param now when the time ahead begins
     */
    public static CompanyLint of(Path config, Path routes, Map<String, String> variables, Instant now) {
        var ofSpring = new ArrayList<Problem>();
        // Half of the time goes into reading what this program holds: meanwhile the company's files are read.
        var making =
                CompletableFuture.supplyAsync(() -> new Lint(EngineProperties.of(config, routes, variables, ofSpring)));
        var files = RuleFolders.read(config, routes);
        var reading = ConfigReader.read(files, Placeholders.of(config, variables::get));
        var problems = new ArrayList<>(reading.problems());
        problems.addAll(TriageLint.check(files, reading.names()));
        if (reading.company() != null) {
            problems.addAll(RuleTestsReader.read(files.in(RuleFiles.TESTS), reading.company())
                    .problems());
        }
        var lint = making.join();
        problems.addAll(ofSpring);
        problems.addAll(lint.ofAdapters(files, reading.adapters()));
        problems.addAll(lint.ofRoutes(routes, files, reading.adapters()));
        problems.sort(Comparator.comparing(Problem::file).thenComparingInt(Problem::line));
        var warnings = new ArrayList<>(reading.warnings());
        warnings.addAll(reading.outlook().from(now));
        return new CompanyLint(problems.stream().distinct().toList(), warnings);
    }
}
