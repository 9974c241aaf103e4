package dev.rota.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
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
            names = "--warm-up",
            defaultValue = "30",
            description = "Seconds under load before anything counts; default ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--connections",
            split = ",",
            defaultValue = "64,256",
            description = "The numbers of connections to the door; default ${DEFAULT-VALUE}.")
    private List<Integer> connections = List.of();

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "200,1000",
            description = "Webhooks per second, at a fixed rate each; default ${DEFAULT-VALUE}.")
    private List<Integer> rates = List.of();

    @Option(
            names = "--tickets",
            defaultValue = "200",
            description = "Messages per second on their way to a ticket; default ${DEFAULT-VALUE}.")
    private int tickets;

    @Option(
            names = "--deliveries",
            defaultValue = "10000",
            description = "How many tickets become due for one helpdesk at once; default ${DEFAULT-VALUE}.")
    private int deliveries;

    @Option(
            names = "--streams",
            defaultValue = "200",
            description = "How many have the desk open; default ${DEFAULT-VALUE}, at most 200.")
    private int streams;

    @Option(
            names = "--open",
            defaultValue = "5000",
            description = "How many conversations are open then; default ${DEFAULT-VALUE}.")
    private int open;

    @Option(
            names = "--waiting",
            defaultValue = "5000",
            description = "How many conversations wait while places become free; default ${DEFAULT-VALUE}.")
    private int waiting;

    @Option(
            names = "--freed",
            defaultValue = "200",
            description = "How many places become free, one after the other; default ${DEFAULT-VALUE}.")
    private int freed;

    @Option(names = "--sustained", description = "Webhooks per second of a long load; none when it is not given.")
    private @Nullable Integer sustained;

    @Option(
            names = "--sustained-seconds",
            defaultValue = "300",
            description = "How long that load lasts; default ${DEFAULT-VALUE}.")
    private int sustainedSeconds;

    @Option(
            names = "--stored",
            description = "How many events are stored before all is measured once more; not when it is not given.")
    private @Nullable Integer stored;

    @Option(
            names = "--said",
            description = "How many messages are stored before they are searched; not when it is not given.")
    private @Nullable Integer said;

    @Option(names = "--report", description = "A file that the figures are written to as Markdown.")
    private @Nullable Path report;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        requirePositive("--seconds", List.of(seconds, warmUp));
        requirePositive("--connections", connections);
        requirePositive("--rates", rates);
        requirePositive("--tickets", List.of(tickets));
        requirePositive("--deliveries", List.of(deliveries));
        requirePositive("--streams", List.of(streams));
        requirePositive("--open", List.of(open));
        requirePositive("--waiting", List.of(waiting));
        requirePositive("--freed", List.of(freed));
        requirePositive("--sustained", sustained == null ? List.of(1) : List.of(sustained, sustainedSeconds));
        requirePositive("--said", said == null ? List.of(1) : List.of(said));
        requirePositive("--stored", stored == null ? List.of(1) : List.of(stored));
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        var err = spec.commandLine().getErr();
        var bench = new Bench(plan(), Clock.systemUTC(), sentence -> {
            err.println("rota: " + sentence);
            err.flush();
        });
        print(bench.run(called()));
        return 0;
    }

    private Plan plan() {
        var routes =
                Path.of(Optional.ofNullable(System.getenv("ROTA_ROUTES_DIR")).orElse("routes"));
        var load = sustained == null ? null : new Plan.Load(sustained, Duration.ofSeconds(sustainedSeconds));
        return new Plan(
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                connections,
                rates,
                tickets,
                deliveries,
                streams,
                open,
                waiting,
                freed,
                stored == null ? 0 : stored,
                said == null ? 0 : said,
                load,
                routes);
    }

    private void print(Figures figures) throws IOException {
        if (report != null) {
            Files.writeString(report, Report.of(figures));
        }
        var out = spec.commandLine().getOut();
        out.println(
                json
                        ? new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(figures)
                        : Report.of(figures));
        out.flush();
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
