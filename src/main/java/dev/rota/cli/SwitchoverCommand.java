package dev.rota.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rota switchover}: schedules a switchover that the files do not have; lists, runs, undoes and cancels them. */
@Command(
        name = "switchover",
        mixinStandardHelpOptions = true,
        description = "Schedules a switchover that the files do not have, and says what it would do now.")
public final class SwitchoverCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Settings settings;
    private final When when;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--at", paramLabel = "TIME", description = "Such as 18:00 or 2026-11-24T18:00:00-03:00.")
    private @Nullable String at;

    @Option(names = "--from", paramLabel = "SHIFT", description = "The shift that ends then.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "SHIFT", description = "The shift that begins then.")
    private @Nullable String to;

    @Option(names = "--calendar", description = "Whose shifts; needed where several calendars have both.")
    private @Nullable String calendar;

    @Option(
            names = "--policy",
            description = "keep, keepFor:15m, return or handOver, for all queues; as each queue says if absent.")
    private @Nullable String policy;

    @Option(names = "--reason", description = "Why, for whoever reads it later.")
    private @Nullable String reason;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    public SwitchoverCommand() {
        this(Settings.ofProcess(), new When(Clock.systemUTC(), ZoneId.systemDefault()));
    }

    SwitchoverCommand(Settings environment, When when) {
        this.settings = environment.orElse(DemoSecrets.read(environment.dataDir()));
        this.when = when;
    }

    @Override
    public Integer call() throws InterruptedException {
        var body = new LinkedHashMap<String, Object>();
        body.put("at", when.read("--at", given("--at", at)).toString());
        body.put("from", given("--from", from));
        body.put("to", given("--to", to));
        body.put("reason", given("--reason", reason));
        if (calendar != null) {
            body.put("calendar", calendar);
        }
        if (policy != null) {
            body.put("policy", policy);
        }
        print(new EngineClient(settings).post("/api/switchovers", body, PATIENCE), json);
        return 0;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Those that come, and those that were made.")
    int list(@Option(names = "--json", description = "Print the list as JSON.") boolean asJson)
            throws InterruptedException {
        var items = new EngineClient(settings).get("/api/switchovers").path("items");
        var out = spec.commandLine().getOut();
        out.print(asJson ? items.toPrettyString() + "\n" : new SwitchoverText(when.zone()).list(items));
        out.flush();
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "What one does, or did.")
    int show(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--json", description = "Print the answer as JSON.") boolean asJson)
            throws InterruptedException {
        print(new EngineClient(settings).get("/api/switchovers/" + EngineClient.encoded(id)), asJson);
        return 0;
    }

    @Command(name = "run", mixinStandardHelpOptions = true, description = "Makes a planned one now instead of later.")
    int run(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--json", description = "Print the answer as JSON.") boolean asJson)
            throws InterruptedException {
        return command(id, "run", asJson);
    }

    @Command(
            name = "undo",
            mixinStandardHelpOptions = true,
            description = "Puts back what nobody has touched since, within ten minutes.")
    int undo(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--json", description = "Print the answer as JSON.") boolean asJson)
            throws InterruptedException {
        return command(id, "undo", asJson);
    }

    @Command(name = "cancel", mixinStandardHelpOptions = true, description = "Lets a planned one not come.")
    int cancel(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--json", description = "Print the answer as JSON.") boolean asJson)
            throws InterruptedException {
        return command(id, "cancel", asJson);
    }

    private int command(String id, String what, boolean asJson) throws InterruptedException {
        print(new EngineClient(settings).post("/api/switchovers/" + EngineClient.encoded(id) + "/" + what), asJson);
        return 0;
    }

    private void print(JsonNode one, boolean asJson) {
        var out = spec.commandLine().getOut();
        out.print(asJson ? one.toPrettyString() + "\n" : new SwitchoverText(when.zone()).whole(one));
        out.flush();
    }

    private static String given(String option, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw CommandFailure.wrongUse(option + " is missing; a switchover takes --at, --from, --to and --reason.");
        }
        return value;
    }
}
