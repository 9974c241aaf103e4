package dev.rota.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rota invite}: a one-time link with which somebody sets a password. */
@Command(
        name = "invite",
        mixinStandardHelpOptions = true,
        description = "Prints a one-time link with which a person of config/teams.yaml sets a password.")
public final class InviteCommand implements Callable<Integer> {

    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "AGENT", description = "The person's name in config/teams.yaml.")
    private String agent = "";

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    public InviteCommand() {
        this(Settings.ofProcess());
    }

    InviteCommand(Settings environment) {
        settings = environment.orElse(DemoSecrets.read(environment.dataDir()));
    }

    @Override
    public Integer call() throws InterruptedException {
        var answer = new EngineClient(settings)
                .post("/api/people/" + EngineClient.encoded(agent) + "/invitation");
        var out = spec.commandLine().getOut();
        out.println(json ? answer : answer.path("url").asText());
        return 0;
    }
}
