package dev.rota.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** An explanation for people to read in a terminal. */
final class ExplanationText {

    private ExplanationText() {}

    static String of(JsonNode explanation) {
        var text = new StringBuilder();
        var decision = explanation.path("decision");
        text.append("queue        %s%n".formatted(decision.path("queue").asText("-")))
                .append("request type %s%n"
                        .formatted(decision.path("requestType").asText("-")))
                .append("priority     %s%n".formatted(decision.path("priority").asText("-")))
                .append("agent        %s%n".formatted(agent(explanation.path("assignment"))))
                .append("rules        %s%n".formatted(decision.path("routeSet").asText("-")))
                .append("%nbecause%n".formatted());
        for (var rule : decision.path("because")) {
            text.append("  %s:%s  %s  →  %s%n"
                    .formatted(
                            rule.path("file").asText(),
                            rule.path("line").asText(),
                            rule.path("text").asText(),
                            rule.path("value").asText()));
        }
        for (var candidate : explanation.path("assignment").path("because")) {
            text.append("  %-8s %-3s  %s%n"
                    .formatted(
                            candidate.path("agent").asText(),
                            candidate.path("in").asBoolean() ? "in" : "out",
                            candidate.path("reason").asText()));
        }
        text.append("%nfacts%n".formatted());
        for (var fact : explanation.path("facts")) {
            text.append("  %s = %s  (%s, %s ms)%n"
                    .formatted(
                            fact.path("name").asText(),
                            fact.path("value").asText("unknown"),
                            fact.path("source").asText(),
                            fact.path("ageMs").asText()));
        }
        return text.toString();
    }

    private static String agent(JsonNode assignment) {
        return assignment.path("agent").isTextual()
                ? assignment.path("agent").asText()
                : "nobody: " + assignment.path("reason").asText("it has never been given to anybody");
    }
}
