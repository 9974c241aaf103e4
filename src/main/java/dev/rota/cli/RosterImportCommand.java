package dev.rota.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rota.config.Problem;
import dev.rota.config.RosterImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rota roster import}: a CSV file becomes the roster file of {@code config/}, whole or not at all. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Takes the rows of a CSV file as the roster file of config/; reports each row that it refuses.")
public final class RosterImportCommand implements Callable<Integer> {

    private static final int FOUND_SOMETHING = 1;

    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE.csv",
            description = "Columns: calendar, shift, agent, and as needed from, to, days, cycle, anchor.")
    private Path file = Path.of("");

    @Option(names = "--skip-refused", description = "Take the other rows when some are refused.")
    private boolean skipping;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    public RosterImportCommand() {
        this(Settings.ofProcess());
    }

    RosterImportCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        var roster = RosterImport.of(file, read(file), settings.ruleFiles(), settings.placeholders());
        if (!roster.problems().isEmpty()) {
            throw CommandFailure.wrongUse(
                    roster.problems().stream().map(Problem::toString).toList());
        }
        var isWanted = roster.taken() > 0 && (skipping || roster.refused().isEmpty());
        var target = settings.configDir().resolve(roster.target());
        if (isWanted) {
            write(target, roster.csv());
        }
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .valueToTree(Result.of(roster, target, isWanted))
                    .toPrettyString());
        } else {
            roster.refused().forEach(out::println);
            sentences(roster, target, isWanted).forEach(out::println);
        }
        return isWanted ? 0 : FOUND_SOMETHING;
    }

    private List<String> sentences(RosterImport roster, Path target, boolean isWritten) {
        if (!isWritten) {
            return List.of(
                    roster.refused().isEmpty()
                            ? "Nothing is written: " + file + " has no rows."
                            : "Nothing is written. Correct these rows, or take the other " + roster.taken()
                                    + " with --skip-refused.");
        }
        var done = file + " gave " + rows(roster.taken()) + " to " + target + ".";
        return roster.isNamed()
                ? List.of(done)
                : List.of(
                        done,
                        "To put them in force, add this line to "
                                + settings.configDir().resolve("shifts.yaml") + ":",
                        "rosterFile: " + roster.target());
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandFailure.wrongUse(file + " cannot be read: " + e + ".");
        }
    }

    /** Beside the target and then in its place, under a name that nothing reads. */
    private static void write(Path target, String csv) {
        var beside = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            Files.writeString(beside, csv);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw CommandFailure.found(target + " cannot be written: " + e + ".");
        }
    }

    /** The result for a program. */
    record Result(String target, boolean written, int taken, boolean named, List<Problem> refused) {

        static Result of(RosterImport roster, Path target, boolean isWritten) {
            return new Result(target.toString(), isWritten, roster.taken(), roster.isNamed(), roster.refused());
        }
    }
}
