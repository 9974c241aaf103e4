package dev.rota.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Overrides for people to read in a terminal.
 *
 * @param zone whose clock times are shown by
 */
record OverrideText(ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM HH:mm");

    /** A line for each. */
    String list(JsonNode items) {
        var text = new StringBuilder();
        for (var one : items) {
            text.append("%-6s %-9s %s%n".formatted(id(one), state(one), headline(one)));
            text.append(problem(one));
        }
        return text.isEmpty() ? "No override is in force, and none was made.%n".formatted() : text.toString();
    }

    /** One with what it does or did. */
    String whole(JsonNode one) {
        var effect = one.path("effect");
        var proposed = one.path("id").isNull();
        var text = new StringBuilder();
        text.append("Override%s %s: %s%n".formatted(proposed ? "" : " " + id(one), state(one), headline(one)));
        text.append(problem(one));
        text.append("%s %d to %s; %d %s there as it is; %d in progress %s with their owners, marked%n"
                .formatted(
                        proposed ? "Would move" : "Moved",
                        effect.path("moved").asInt(),
                        one.path("queue").asText(),
                        effect.path("stayed").asInt(),
                        proposed ? "would wait" : "waited",
                        effect.path("inProgress").asInt(),
                        proposed ? "would stay" : "stayed"));
        effect.path("conversations").forEach(line -> text.append(line(line)));
        if (one.path("state").asText().equals("in_force")) {
            text.append("Ends by itself, or now with: ./rota override end %s%n".formatted(id(one)));
        }
        return text.toString();
    }

    private String headline(JsonNode one) {
        var match = one.path("match").properties().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue().asText())
                .collect(joining(" "));
        return "%s → %s until %s, %s: %s"
                .formatted(
                        match,
                        one.path("queue").asText(),
                        time(one.path("until")),
                        one.path("by").asText(),
                        one.path("reason").asText());
    }

    private String state(JsonNode one) {
        return one.path("state").asText().replace('_', ' ');
    }

    private static String problem(JsonNode one) {
        return one.path("problem").isTextual()
                ? "  without effect: %s%n".formatted(one.path("problem").asText())
                : "";
    }

    private static String line(JsonNode line) {
        return "  %s  %-11s %s → %s%s%n"
                .formatted(
                        line.path("protocol").asText(),
                        line.path("kind").asText(),
                        line.path("fromQueue").asText(),
                        line.path("queue").asText(),
                        line.path("owner").isTextual()
                                ? "/" + line.path("owner").asText()
                                : "");
    }

    private static String id(JsonNode one) {
        return one.path("id").asText();
    }

    private String time(JsonNode instant) {
        return TIME.withZone(zone).format(Instant.parse(instant.asText()));
    }
}
