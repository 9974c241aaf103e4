package dev.rota.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Says what went wrong in sentences on stderr, and with the exit code: 0 fine, 1 found something, 2 wrong use. */
public final class CommandErrors {

    private CommandErrors() {}

    /** The same command line, with errors as sentences. */
    public static CommandLine in(CommandLine commands) {
        return commands.setParameterExceptionHandler((e, words) -> wrongUse(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    }

    private static int wrongUse(CommandLine.ParameterException e) {
        var command = e.getCommandLine();
        say(command.getErr(), e.getMessage());
        say(command.getErr(), "See rota " + words(command) + "--help.");
        return 2;
    }

    private static String words(CommandLine command) {
        return command.getParent() == null ? "" : command.getCommandName() + " ";
    }

    private static int failed(Exception e, CommandLine command) {
        if (e instanceof CommandFailure failure) {
            failure.sentences().forEach(sentence -> say(command.getErr(), sentence));
            return failure.exitCode();
        }
        say(command.getErr(), command.getCommandName() + " failed: " + e);
        return 1;
    }

    private static void say(PrintWriter err, @Nullable String sentence) {
        err.println("rota: " + sentence);
    }
}
