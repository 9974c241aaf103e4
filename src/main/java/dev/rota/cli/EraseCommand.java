package dev.rota.cli;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rota erase}: takes out what a customer said and is called; counts stay. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = "Erases what a customer said and is called from journal, messages and outbox; counts stay.")
public final class EraseCommand implements Callable<Integer> {

    /** A large journal is looked through from its first day to its last. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CUSTOMER", description = "The customer's id as in the API, phone number or WhatsApp id.")
    private String customer = "";

    @Option(names = "--json", description = "Print the counts as JSON.")
    private boolean json;

    public EraseCommand() {
        this(Settings.ofProcess());
    }

    EraseCommand(Settings environment) {
        settings = environment.orElse(DemoSecrets.read(environment.dataDir()));
    }

    @Override
    public Integer call() throws InterruptedException {
        var answer = new EngineClient(settings).post("/api/customers/erase", Map.of("customer", customer), PATIENCE);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(answer);
            return 0;
        }
        out.printf("Customer %s is erased:%n", answer.path("customer").asText());
        answer.path("counts")
                .properties()
                .forEach(count -> out.printf(
                        "  %-18s %d rows%n", count.getKey(), count.getValue().asInt()));
        return 0;
    }
}
