package dev.rota.cli;

import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rota rehearse}: what the next switchover would do to the conversations that are open now. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = "Says what a switchover would do to the conversations that are open now; does nothing.")
public final class RehearseCommand implements Callable<Integer> {

    private final Settings settings;
    private final When when;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--at", paramLabel = "TIME", description = "Such as 22:00; the next switchover from then on.")
    private @Nullable String at;

    @Option(names = "--calendar", description = "A calendar of config/shifts.yaml; any if absent.")
    private @Nullable String calendar;

    @Option(names = "--json", description = "Print the plan as JSON.")
    private boolean json;

    public RehearseCommand() {
        this(Settings.ofProcess(), new When(Clock.systemUTC(), ZoneId.systemDefault()));
    }

    RehearseCommand(Settings environment, When when) {
        this.settings = environment.orElse(DemoSecrets.read(environment.dataDir()));
        this.when = when;
    }

    @Override
    public Integer call() throws InterruptedException {
        var time = at == null ? when.clock().instant() : when.read("--at", at);
        var plan = new EngineClient(settings)
                .get("/api/switchovers/rehearsal?at=" + EngineClient.encoded(time.toString())
                        + (calendar == null ? "" : "&calendar=" + EngineClient.encoded(calendar)));
        var out = spec.commandLine().getOut();
        out.print(json ? plan.toPrettyString() + "\n" : new SwitchoverText(when.zone()).whole(plan));
        out.flush();
        return 0;
    }
}
