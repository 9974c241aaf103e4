package dev.rota.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An explanation for people to read in a terminal. */
final class ExplanationText {

    private ExplanationText() {}

    /** The text, without a line break at its end. */
    static String of(JsonNode explanation) {
        var decision = explanation.path("decision");
        var assignment = explanation.path("assignment");
        var lines = new ArrayList<>(List.of(
                "queue        " + decision.path("queue").asText("-"),
                "request type " + decision.path("requestType").asText("-"),
                "priority     " + decision.path("priority").asText("-"),
                "agent        " + agent(assignment),
                "rules        " + decision.path("routeSet").asText("-"),
                "",
                "because"));
        decision.path("because").forEach(rule -> lines.add(rule(rule)));
        assignment.path("because").forEach(candidate -> lines.add(candidate(candidate)));
        lines.addAll(List.of("", "facts"));
        explanation.path("facts").forEach(fact -> lines.add(fact(fact)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String agent(JsonNode assignment) {
        var reason = assignment.path("reason").asText("it has never been given to anybody");
        return assignment.path("agent").asText("nobody") + ": " + reason;
    }

    private static String rule(JsonNode rule) {
        return "  %s:%s %s  %s  →  %s"
                .formatted(
                        rule.path("file").asText(),
                        rule.path("line").asText(),
                        rule.path("step").asText(),
                        rule.path("text").asText(),
                        rule.path("value").asText());
    }

    private static String candidate(JsonNode candidate) {
        return "  %-3s %-8s %s"
                .formatted(
                        candidate.path("in").asBoolean() ? "in" : "out",
                        candidate.path("agent").asText(),
                        candidate.path("reason").asText());
    }

    /** Some facts are what a stranger sends: nothing in them may steer the terminal. */
    private static String fact(JsonNode fact) {
        return "  %s = %s  (%s, %s ms)"
                .formatted(
                        fact.path("name").asText(),
                        fact.path("value").asText("unknown").replaceAll("\\p{Cntrl}", ""),
                        fact.path("source").asText(),
                        fact.path("ageMs").asText());
    }
}
