package dev.rota.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rota start}: an engine in production, which refuses to start half-configured. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Starts an engine for production; refuses when a secret is missing.")
public final class StartCommand implements Callable<Integer> {

    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public StartCommand() {
        this(Settings.ofProcess());
    }

    StartCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        var missing = Missing.from(settings, Clock.systemUTC().instant());
        if (!missing.isEmpty()) {
            throw CommandFailure.wrongUse(missing);
        }
        var engine = Engine.start(settings);
        var out = spec.commandLine().getOut();
        out.printf("Rota is ready: panel %s, webhooks on port %d%n", settings.here(), settings.webhookPort());
        out.flush();
        engine.await();
        return 0;
    }
}
