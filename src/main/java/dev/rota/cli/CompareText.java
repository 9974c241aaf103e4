package dev.rota.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * A comparison for people to read in a terminal.
 *
 * @param zone whose clock times are shown by
 */
record CompareText(ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM HH:mm");

    String of(List<JsonNode> items, CompareSummary summary) {
        if (items.isEmpty()) {
            return "Nothing to compare: no conversation began in that time at a number with 'mode: shadow'.%n"
                    .formatted();
        }
        var text = new StringBuilder();
        items.forEach(item -> text.append(conversation(item)));
        text.append("%n%d conversations%n".formatted(items.size()));
        text.append(counts("queue", summary.queues()));
        text.append(counts("agent", summary.agents()));
        if (summary.waiting() > 0) {
            text.append("  %-6s %-12s %6d%n".formatted("agent", "(waits)", summary.waiting()));
        }
        var median = summary.medianSeconds();
        if (median != null) {
            text.append("answered there: %d of %d, the median after %s%n"
                    .formatted(summary.answered(), items.size(), duration(median)));
        }
        return text.toString();
    }

    private String conversation(JsonNode item) {
        var agent = item.path("agent");
        var whose = agent.isTextual() ? agent.asText() : "waits";
        return "%s  %s  %s  %s  %s, %s%n    → queue %s, %s: %s%n%s%s"
                .formatted(
                        TIME.withZone(zone).format(Instant.parse(item.path("at").asText())),
                        item.path("protocol").asText(),
                        item.path("number").asText(),
                        // A name is what a stranger calls himself: nothing in it may steer the terminal.
                        item.path("customer").asText().replaceAll("\\p{Cntrl}", ""),
                        item.path("requestType").asText(),
                        item.path("priority").asText(),
                        item.path("queue").asText(),
                        whose,
                        item.path("reason").asText(),
                        because(item.path("because")),
                        answer(item.path("firstAnswer")));
    }

    private static String because(JsonNode rule) {
        return rule.isObject()
                ? "    because %s:%s %s: %s%n"
                        .formatted(
                                rule.path("file").asText(),
                                rule.path("line").asText(),
                                rule.path("step").asText(),
                                rule.path("text").asText())
                : "";
    }

    private static String answer(JsonNode answer) {
        return answer.isObject()
                ? "    there answered after %s by %s%n"
                        .formatted(
                                duration(answer.path("seconds").asLong()),
                                answer.path("by").asText("somebody"))
                : "";
    }

    private static String counts(String kind, Map<String, Integer> counts) {
        var text = new StringBuilder();
        counts.forEach((name, count) -> text.append("  %-6s %-12s %6d%n".formatted(kind, name, count)));
        return text.toString();
    }

    private static String duration(long seconds) {
        var time = Duration.ofSeconds(seconds);
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? time.toMinutes() + " min"
                : "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
    }
}
