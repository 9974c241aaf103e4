package dev.rota.cli;

import picocli.CommandLine.Command;

/** {@code rota roster}: what can be done with rosters. */
@Command(
        name = "roster",
        mixinStandardHelpOptions = true,
        description = "Brings a roster from a spreadsheet into config/.",
        subcommands = RosterImportCommand.class)
public final class RosterCommand {}
