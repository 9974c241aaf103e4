package dev.rota.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket's latest command said of its conversation.
 *
 * @param because every rule tried and every candidate weighed, a line each
 */
public record HelpdeskState(
        int epoch,
        String protocol,
        String customer,
        String number,
        String queue,
        String requestType,
        String priority,
        String status,
        @Nullable String owner,
        String title,
        String link,
        List<String> because) {

    public HelpdeskState {
        because = List.copyOf(because);
    }

    static HelpdeskState of(JsonNode command) {
        return new HelpdeskState(
                command.path("epoch").asInt(),
                command.path("protocol").asText(),
                command.at("/customer/name").asText(command.at("/customer/id").asText()),
                command.path("number").asText(),
                command.path("queue").asText(),
                command.path("requestType").asText(),
                command.path("priority").asText(),
                command.path("status").asText(),
                command.at("/owner/name").textValue(),
                command.path("title").asText(),
                command.path("link").asText(),
                StreamSupport.stream(command.path("because").spliterator(), false)
                        .map(HelpdeskState::line)
                        .toList());
    }

    private static String line(JsonNode reason) {
        if (reason.has("agent")) {
            var verdict = reason.path("in").asBoolean() ? " in: " : " out: ";
            return reason.path("agent").asText()
                    + verdict
                    + reason.path("reason").asText();
        }
        return reason.path("file").asText() + ":" + reason.path("line").asText() + " "
                + reason.path("text").asText() + " → " + reason.path("value").asText();
    }

    @Override
    public String toString() {
        return "HelpdeskState[" + protocol + "]";
    }
}
