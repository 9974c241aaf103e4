package dev.rota;

import dev.rota.bench.BenchCommand;
import dev.rota.cli.CheckCommand;
import dev.rota.cli.CommandErrors;
import dev.rota.cli.CompareCommand;
import dev.rota.cli.CustomersCommand;
import dev.rota.cli.DemoCommand;
import dev.rota.cli.EraseCommand;
import dev.rota.cli.ExplainCommand;
import dev.rota.cli.InviteCommand;
import dev.rota.cli.Logs;
import dev.rota.cli.OverrideCommand;
import dev.rota.cli.RehearseCommand;
import dev.rota.cli.RosterCommand;
import dev.rota.cli.SendCommand;
import dev.rota.cli.StartCommand;
import dev.rota.cli.SwitchoverCommand;
import dev.rota.cli.TestCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts the command that the words on the command line name. */
@Command(
        name = "rota",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Routes every WhatsApp message to exactly one person on shift, and tells the helpdesk.",
        subcommands = {
            DemoCommand.class,
            StartCommand.class,
            SendCommand.class,
            CheckCommand.class,
            TestCommand.class,
            ExplainCommand.class,
            RehearseCommand.class,
            SwitchoverCommand.class,
            OverrideCommand.class,
            CompareCommand.class,
            InviteCommand.class,
            EraseCommand.class,
            RosterCommand.class,
            CustomersCommand.class,
            BenchCommand.class
        })
public final class Rota {

    private Rota() {}

    public static void main(String[] words) {
        Logs.besideTheAnswer();
        System.exit(commands().execute(words));
    }

    static CommandLine commands() {
        var line = new CommandLine(new Rota());
        line.getCommandSpec().version("rota " + version());
        return CommandErrors.in(line);
    }

    private static String version() {
        var ofJar = Rota.class.getPackage().getImplementationVersion();
        return ofJar == null ? "from classes, without a version" : ofJar;
    }
}
