package dev.rota.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rota bench}: the published figures, measured on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures an engine of its own beside its ceiling, and deletes it afterwards.")
public final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "How long each part lasts; default ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--connections",
            split = ",",
            defaultValue = "64,256",
            description = "The numbers of connections to the door; default ${DEFAULT-VALUE}.")
    private List<Integer> connections = List.of();

    @Option(
            names = "--rate",
            defaultValue = "200",
            description = "Messages per second on their way to a ticket; default ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        requirePositive("--seconds", List.of(seconds));
        requirePositive("--connections", connections);
        requirePositive("--rate", List.of(rate));
        var routes =
                Path.of(Optional.ofNullable(System.getenv("ROTA_ROUTES_DIR")).orElse("routes"));
        var plan = new Plan(Duration.ofSeconds(seconds), connections, rate, routes);
        var err = spec.commandLine().getErr();
        var bench = new Bench(plan, Clock.systemUTC(), sentence -> {
            err.println("rota: " + sentence);
            err.flush();
        });
        var figures = bench.run(called(), json ? "off" : "warn");
        var out = spec.commandLine().getOut();
        out.println(
                json
                        ? new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(figures)
                        : Table.of(figures));
        out.flush();
        return 0;
    }

    private String called() {
        return "rota " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }

    private void requirePositive(String option, List<Integer> values) {
        if (values.isEmpty() || values.stream().anyMatch(value -> value < 1)) {
            throw new ParameterException(spec.commandLine(), option + " must be 1 or more.");
        }
    }
}
