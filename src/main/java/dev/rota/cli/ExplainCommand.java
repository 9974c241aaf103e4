package dev.rota.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.flow.Explainer;
import dev.rota.flow.rules.RuleCompiler;
import dev.rota.flow.triage.RouteSetRefused;
import dev.rota.routing.Imagined;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rota explain}: the decision and its because, of a conversation or of a message that nobody has written. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says what the rules decide, and why: of a CONVERSATION, or of --number and --text.")
public final class ExplainCommand implements Callable<Integer> {

    private final Settings settings;
    private final Clock clock = Clock.systemUTC();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "CONVERSATION", description = "The id of a conversation of an engine.")
    private @Nullable String conversation;

    @Option(names = "--number", description = "A name in config/numbers.yaml.")
    private @Nullable String number;

    @Option(names = "--text", description = "What a customer would write.")
    private @Nullable String text;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When, such as 2026-11-24T23:30:00-03:00; now if absent.")
    private @Nullable String at;

    @Option(names = "--customer", paramLabel = "ID", description = "The customer's WhatsApp id.")
    private @Nullable String customer;

    @Option(
            names = "--as-test",
            description =
                    "Print the newest decision of CONVERSATION as a test of the rules, with an invented customer.")
    private boolean asTest;

    @Option(names = "--json", description = "Print the explanation as JSON.")
    private boolean json;

    public ExplainCommand() {
        this(Settings.ofProcess());
    }

    ExplainCommand(Settings environment) {
        settings = environment.orElse(DemoSecrets.read(environment.dataDir()));
    }

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        if (asTest) {
            out.print(test());
            out.flush();
            return 0;
        }
        var explanation = conversation == null ? imagined() : recorded(conversation, "");
        out.println(json ? explanation.toPrettyString() : ExplanationText.of(explanation));
        return 0;
    }

    private String test() throws InterruptedException {
        if (conversation == null) {
            throw CommandFailure.wrongUse("--as-test needs a CONVERSATION: what is imagined is a test already.");
        }
        return recorded(conversation, "/test").path("yaml").asText();
    }

    private JsonNode recorded(String id, String as) throws InterruptedException {
        return new EngineClient(settings).get("/api/conversations/" + EngineClient.encoded(id) + "/explain" + as);
    }

    private JsonNode imagined() {
        if (number == null || text == null) {
            throw CommandFailure.wrongUse("Name a CONVERSATION, or both --number and --text.");
        }
        try (var set = new RuleCompiler(settings.placeholders()).compileToDecide(settings.ruleFiles())) {
            var message = Imagined.text(number, text, instant()).by(customer);
            return ExplanationJson.of(new Explainer(set::rules).explain(message));
        } catch (RouteSetRefused e) {
            throw CommandFailure.wrongUse(
                    e.problems().stream().map(Object::toString).toList());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUse(List.of(String.valueOf(e.getMessage())));
        }
    }

    private Instant instant() {
        try {
            return at == null ? clock.instant() : OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException e) {
            throw CommandFailure.wrongUse(
                    "--at is '" + at + "', but a time has a zone, such as 2026-11-24T23:30:00-03:00.");
        }
    }
}
