package dev.rota.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rota customers import}: takes customers from a CSV file. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes customers from a CSV file (UTF-8). Its first line names the columns: phone or id, and any of name, tier,"
                    + " city and further attributes.",
            "A column that the file has is set, and an empty cell empties it; what it does not tell of stays. The same file"
                    + " again changes nothing."
        })
final class CustomersImportCommand implements Callable<Integer> {

    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    CustomersImportCommand() {
        this(Settings.ofProcess());
    }

    CustomersImportCommand(Settings environment) {
        settings = environment.orElse(DemoSecrets.read(environment.dataDir()));
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw CommandFailure.wrongUse(file + " is no file that can be read.");
        }
        var progress = new Progress(Files.size(file), spec.commandLine().getErr());
        var report = new EngineClient(settings).post("/api/customers/import", file, "text/csv", progress::sent);
        if (json) {
            spec.commandLine().getOut().println(report);
        } else {
            print(report);
        }
        return report.path("refused").asLong() == 0 && report.path("complete").asBoolean() ? 0 : 1;
    }

    private void print(JsonNode report) {
        var out = spec.commandLine().getOut();
        out.printf(
                "%d lines: %d customers are new, %d changed, %d as before, %d refused%n",
                report.path("read").asLong(),
                report.path("created").asLong(),
                report.path("changed").asLong(),
                report.path("unchanged").asLong(),
                report.path("refused").asLong());
        report.path("lines")
                .forEach(line -> out.printf(
                        "%s:%d: %s%n",
                        file, line.path("line").asLong(), line.path("sentence").asText()));
        var more = report.path("refused").asLong() - report.path("lines").size();
        if (more > 0) {
            out.printf("and %d more lines%n", more);
        }
    }
}
