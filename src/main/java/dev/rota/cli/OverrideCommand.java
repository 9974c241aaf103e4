package dev.rota.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rota override}: sends what fits some facts to a queue for a time; lists, shows and ends such overrides. */
@Command(
        name = "override",
        mixinStandardHelpOptions = true,
        description =
                "Sends what fits some facts to a queue for a time, whatever the rules say; says first what that does.")
public final class OverrideCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The name of a fact, with its parentheses, and what it has to be. */
    private static final Pattern FACT = Pattern.compile("([^=(]+(?:\\([^)]*\\))?)=(.*)");

    private final Settings settings;
    private final When when;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--match",
            paramLabel = "FACT=VALUE",
            description = "A fact as rules name it, such as product=fibre; several have to be so all together.")
    private List<String> match = List.of();

    @Option(names = "--queue", description = "Where it goes.")
    private @Nullable String queue;

    @Option(names = "--until", paramLabel = "TIME", description = "Such as 20:00 or 2026-11-24T20:00:00-03:00.")
    private @Nullable String until;

    @Option(names = "--reason", description = "Why, for everybody who sees such a conversation.")
    private @Nullable String reason;

    @Option(names = "--dry-run", description = "Only say what it would do.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    public OverrideCommand() {
        this(Settings.ofProcess(), new When(Clock.systemUTC(), ZoneId.systemDefault()));
    }

    OverrideCommand(Settings environment, When when) {
        this.settings = environment.orElse(DemoSecrets.read(environment.dataDir()));
        this.when = when;
    }

    @Override
    public Integer call() throws InterruptedException {
        var body = body();
        if (dryRun || !json) {
            body.put("dryRun", true);
            print(post(body), json);
        }
        if (!dryRun) {
            body.put("dryRun", false);
            print(post(body), json);
        }
        return 0;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Those in force, and those that are over.")
    int list(@Option(names = "--json", description = "Print the list as JSON.") boolean asJson)
            throws InterruptedException {
        var items = new EngineClient(settings).get("/api/overrides").path("items");
        say(asJson ? items.toPrettyString() + "\n" : new OverrideText(when.zone()).list(items));
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "What one has done.")
    int show(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--json", description = "Print the answer as JSON.") boolean asJson)
            throws InterruptedException {
        print(new EngineClient(settings).get("/api/overrides/" + EngineClient.encoded(id)), asJson);
        return 0;
    }

    @Command(name = "end", mixinStandardHelpOptions = true, description = "Ends one before its time.")
    int end(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--json", description = "Print the answer as JSON.") boolean asJson)
            throws InterruptedException {
        print(new EngineClient(settings).post("/api/overrides/" + EngineClient.encoded(id) + "/end"), asJson);
        return 0;
    }

    /** What is asked for; all that is missing or can't be read is said at once, before anybody is asked. */
    private Map<String, Object> body() {
        var faults = new ArrayList<String>();
        var body = new LinkedHashMap<String, Object>();
        body.put("match", facts(faults));
        body.put("queue", given("--queue", queue, faults));
        body.put("until", time(faults));
        body.put("reason", given("--reason", reason, faults));
        if (!faults.isEmpty()) {
            throw CommandFailure.wrongUse(faults);
        }
        return body;
    }

    private Map<String, String> facts(List<String> faults) {
        var facts = new LinkedHashMap<String, String>();
        for (var written : match) {
            var fact = FACT.matcher(written);
            if (!fact.matches()) {
                faults.add("--match is '" + written + "'; expected FACT=VALUE such as product=fibre.");
            } else if (facts.put(fact.group(1).strip(), fact.group(2).strip()) != null) {
                faults.add("--match asks twice for '" + fact.group(1).strip() + "'; a fact has one value.");
            }
        }
        if (match.isEmpty()) {
            faults.add("--match is missing; expected FACT=VALUE such as product=fibre.");
        }
        return facts;
    }

    private String time(List<String> faults) {
        var text = given("--until", until, faults);
        try {
            return text.isEmpty() ? "" : when.read("--until", text).toString();
        } catch (CommandFailure e) {
            faults.addAll(e.sentences());
            return "";
        }
    }

    private static String given(String option, @Nullable String value, List<String> faults) {
        if (value == null || value.isBlank()) {
            faults.add(option + " is missing; an override takes --match, --queue, --until and --reason.");
            return "";
        }
        return value;
    }

    private JsonNode post(Map<String, Object> body) throws InterruptedException {
        return new EngineClient(settings).post("/api/overrides", body, PATIENCE);
    }

    private void print(JsonNode one, boolean asJson) {
        say(asJson ? one.toPrettyString() + "\n" : new OverrideText(when.zone()).whole(one));
    }

    private void say(String text) {
        var out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
