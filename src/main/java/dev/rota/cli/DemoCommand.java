package dev.rota.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rota demo}: the whole system in one process, with customers who write by themselves. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs the whole system on this machine, with a simulated phone, Meta and helpdesk.")
public final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var given = Settings.ofProcess();
        var helpdesk = given.here() + "/demo/helpdesk/tickets";
        var settings =
                given.orElse(DemoSecrets.readOrMake(given.dataDir())).orElse(Map.of(Settings.HELPDESK_URL, helpdesk));
        var engine = Engine.start(settings, "demo");
        var out = spec.commandLine().getOut();
        out.printf("%nRota is ready: open %s%n", settings.here());
        out.printf("  phone     %s/demo/phone%n", settings.here());
        out.printf("  helpdesk  %s/demo/helpdesk%n", settings.here());
        out.printf("Customers write by themselves; write as one with: ./rota send --from P --to N TEXT%n");
        out.printf("Stop with Ctrl+C; what happened stays in %s.%n", settings.dataDir());
        out.flush();
        engine.await();
        return 0;
    }
}
