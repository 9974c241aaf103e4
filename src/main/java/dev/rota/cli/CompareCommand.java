package dev.rota.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rota.inquiry.Durations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rota compare}: what Rota would have done with the messages of numbers in shadow mode. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Lists what Rota would have done for numbers with 'mode: shadow', newest first.")
public final class CompareCommand implements Callable<Integer> {

    private static final int PAGE = 200;

    private final Settings settings;
    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--since", paramLabel = "DURATION", description = "How far back, such as 90m, 24h or 7d.")
    private String since = "24h";

    @Option(names = "--number", description = "A name in config/numbers.yaml; all if absent.")
    private @Nullable String number;

    @Option(names = "--json", description = "Print the list and its summary as JSON.")
    private boolean json;

    public CompareCommand() {
        this(Settings.ofProcess(), Clock.systemUTC());
    }

    CompareCommand(Settings environment, Clock clock) {
        this.settings = environment.orElse(DemoSecrets.read(environment.dataDir()));
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        var items = items(clock.instant().minus(duration()));
        var summary = CompareSummary.of(items);
        var out = spec.commandLine().getOut();
        if (json) {
            var answer = JsonNodeFactory.instance.objectNode();
            answer.putArray("items").addAll(items);
            answer.set("summary", summary.json());
            out.println(answer.toPrettyString());
        } else {
            out.print(new CompareText(ZoneId.systemDefault()).of(items, summary));
        }
        return 0;
    }

    private Duration duration() {
        try {
            return Durations.parse(since);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUse("--since: " + e.getMessage() + ".");
        }
    }

    private List<JsonNode> items(Instant from) throws InterruptedException {
        var client = new EngineClient(settings);
        var asked = "/api/compare?limit=" + PAGE + "&since=" + EngineClient.encoded(from.toString())
                + (number == null ? "" : "&number=" + EngineClient.encoded(number));
        var items = new ArrayList<JsonNode>();
        var page = client.get(asked);
        page.path("items").forEach(items::add);
        while (!page.path("next").isMissingNode() && !page.path("next").isNull()) {
            page = client.get(
                    asked + "&cursor=" + EngineClient.encoded(page.path("next").asText()));
            page.path("items").forEach(items::add);
        }
        return items;
    }
}
