package dev.rota.cli;

import picocli.CommandLine.Command;

/** {@code rota customers}: what can be done with what the company knows of its customers. */
@Command(
        name = "customers",
        mixinStandardHelpOptions = true,
        description = "Brings what the company knows of its customers from a spreadsheet into an engine.",
        subcommands = CustomersImportCommand.class)
public final class CustomersCommand {}
