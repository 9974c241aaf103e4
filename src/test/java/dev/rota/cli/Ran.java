package dev.rota.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What came of a command. */
record Ran(int exitCode, String out, String err) {

    static Ran command(Object command, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = CommandErrors.in(new CommandLine(command))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return new Ran(line.execute(words), out.toString(), err.toString());
    }
}
