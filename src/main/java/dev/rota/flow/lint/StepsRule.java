package dev.rota.flow.lint;

import dev.rota.flow.yaml.Yaml;
import java.util.Map;
import java.util.Set;

/** Whether a route says what it does in steps that a person can follow, rather than in a program of its own. */
final class StepsRule {

    private static final String A_BEAN = "expected a bean and its method";
    private static final String A_TO = "expected to, or toD with direct:";

    /** What is left out, and what to write instead. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("script", "is a program in a route; " + A_BEAN),
            Map.entry("process", "hides what it takes and gives; " + A_BEAN),
            Map.entry("recipientList", "sends to addresses that nobody can check; " + A_TO),
            Map.entry("routingSlip", "sends to addresses that nobody can check; " + A_TO),
            Map.entry("dynamicRouter", "sends to addresses that nobody can check; " + A_TO),
            Map.entry("enrich", "sends to an address that nobody can check; " + A_TO),
            Map.entry("pollEnrich", "takes from an address that nobody can check; " + A_TO),
            Map.entry("idempotentConsumer", "keeps a memory of its own; the journal and the outbox know what was done"),
            Map.entry("transacted", "holds a thread and a transaction; the ledger writer commits"));

    private static final Set<String> LANGUAGES =
            Set.of("simple", "constant", "method", "variable", "header", "jq", "jsonpath");

    private StepsRule() {}

    static void check(Step step) {
        var refused = REFUSED.get(step.name());
        if (refused != null) {
            step.body().problem(step.name() + " " + refused);
            return;
        }
        if (step.is("toD")
                && step.text("uri").stream().noneMatch(uri -> uri.text().startsWith("direct:"))) {
            step.body().problem("toD sends to an address that nobody can check; expected direct:, or to");
        }
        step.own().filter(entry -> entry.key().equals("expression")).forEach(entry -> language(entry.value()));
    }

    private static void language(Yaml expression) {
        for (var language : expression.entries()) {
            if (!LANGUAGES.contains(language.key()) && !language.key().equals("id")) {
                language.value().problem(language.key() + " is a program in a route; " + A_BEAN);
            }
        }
    }
}
