package dev.rota.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.flow.lint.CompanyLint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rota check}: everything that is wrong in a company's routes and config, without starting anything. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says everything that is wrong in routes/ and config/, as file:line: sentence.")
public final class CheckCommand implements Callable<Integer> {

    private static final int FOUND_SOMETHING = 1;

    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder with config and routes in it.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Print the problems as JSON.")
    private boolean json;

    public CheckCommand() {
        this(Settings.ofProcess());
    }

    CheckCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        var found = check(folder == null ? settings : settings.in(folder));
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().valueToTree(found.problems()).toPrettyString());
        } else {
            found.problems().forEach(out::println);
        }
        var err = spec.commandLine().getErr();
        found.warnings().forEach(warning -> err.println("rota: warning: " + warning));
        return found.problems().isEmpty() ? 0 : FOUND_SOMETHING;
    }

    private static CompanyLint check(Settings settings) {
        var config = settings.configDir();
        var routes = settings.routesDir();
        for (var folder : List.of(config, routes)) {
            if (!Files.isDirectory(folder)) {
                throw CommandFailure.wrongUse("There is no folder " + folder + ".");
            }
        }
        return CompanyLint.of(
                config, routes, settings.variables(), Clock.systemUTC().instant());
    }
}
