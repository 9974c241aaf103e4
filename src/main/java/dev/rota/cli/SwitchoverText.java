package dev.rota.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Switchovers for people to read in a terminal.
 *
 * @param zone whose clock times are shown by
 */
record SwitchoverText(ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM HH:mm");

    /** A line for each. */
    String list(JsonNode items) {
        var text = new StringBuilder();
        for (var one : items) {
            text.append("%-6s %-9s %s%n".formatted(id(one), one.path("state").asText(), headline(one)));
        }
        return text.isEmpty()
                ? "No switchover comes within two days, and none was made.%n".formatted()
                : text.toString();
    }

    /** One with what it does or did. */
    String whole(JsonNode one) {
        var text = new StringBuilder();
        text.append("Switchover%s: %s%n".formatted(id(one).equals("-") ? "" : " " + id(one), headline(one)));
        var plan = one.path("plan");
        text.append("%s: %s, %d conversations%n"
                .formatted(
                        one.path("state").asText(),
                        one.path("reason").asText(),
                        plan.path("moves").size()));
        plan.path("moves").forEach(move -> text.append(move(move)));
        plan.path("agents").forEach(agent -> text.append(agent(agent)));
        plan.path("queues").forEach(queue -> text.append(queue(queue)));
        if (one.path("undoableUntil").isTextual()) {
            text.append("Can be undone until %s: ./rota switchover undo %s%n"
                    .formatted(time(one.path("undoableUntil")), id(one)));
        }
        return text.toString();
    }

    private String headline(JsonNode one) {
        var policy = one.path("policy");
        return "%s  %s  %s → %s%s"
                .formatted(
                        time(one.path("at")),
                        one.path("calendar").asText(),
                        one.path("from").asText("-").replace("null", "-"),
                        one.path("to").asText("-").replace("null", "-"),
                        policy.isTextual() ? ", " + policy.asText() : "");
    }

    private String move(JsonNode move) {
        var undone = move.path("undone");
        return "  %s  %-11s %s → %s%s%n      %s%n"
                .formatted(
                        move.path("protocol").asText(),
                        move.path("kind").asText(),
                        place(move.path("fromQueue"), move.path("fromOwner")),
                        place(move.path("queue"), move.path("owner")),
                        undone.isTextual() ? "  (" + undone.asText() + ")" : "",
                        move.path("why").asText());
    }

    private static String place(JsonNode queue, JsonNode owner) {
        return queue.asText() + (owner.isTextual() ? "/" + owner.asText() : "");
    }

    private static String agent(JsonNode agent) {
        var over = agent.path("after").asInt() > agent.path("capacity").asInt();
        return "  agent %-10s %d → %d of %d%s%n"
                .formatted(
                        agent.path("agent").asText(),
                        agent.path("before").asInt(),
                        agent.path("after").asInt(),
                        agent.path("capacity").asInt(),
                        over ? "  over capacity" : "");
    }

    private String queue(JsonNode queue) {
        var opens = queue.path("opensAt");
        return "  queue %-10s %d waiting, %d at work with %d places%s%s%n"
                .formatted(
                        queue.path("queue").asText(),
                        queue.path("waiting").asInt(),
                        queue.path("people").asInt(),
                        queue.path("places").asInt(),
                        opens.isTextual() ? ", opens " + time(opens) : "",
                        queue.path("nobody").isTextual()
                                ? "%n      %s".formatted(queue.path("nobody").asText())
                                : "");
    }

    private static String id(JsonNode one) {
        return one.path("id").isTextual() ? one.path("id").asText() : "-";
    }

    private String time(JsonNode instant) {
        return TIME.withZone(zone).format(Instant.parse(instant.asText()));
    }
}
