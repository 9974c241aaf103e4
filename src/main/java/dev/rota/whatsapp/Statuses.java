package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.MessageStatus;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how far a message of ours has come. */
final class Statuses {

    private Statuses() {}

    static Heard read(Event event, JsonNode value) {
        var node = Node.first(value, "statuses");
        var wamid = Node.text(node, "id");
        if (wamid == null) {
            return new Heard.Unhandled(event, "the status has no id");
        }
        var status = status(Node.textOrEmpty(node, "status"));
        if (status == null) {
            return new Heard.Notice(event, "a status that is on no ladder", null);
        }
        return new Heard.Progress(event, wamid, status, Moment.of(node, event.receivedAt()), error(node));
    }

    private static @Nullable MessageStatus status(String label) {
        return switch (label) {
            case "sent" -> MessageStatus.SENT;
            case "delivered" -> MessageStatus.DELIVERED;
            case "read" -> MessageStatus.READ;
            case "played" -> MessageStatus.PLAYED;
            case "failed" -> MessageStatus.FAILED;
            default -> null;
        };
    }

    /** Meta's code first, since its titles change. */
    private static @Nullable String error(JsonNode status) {
        var error = Node.first(status, "errors");
        if (!error.isObject()) {
            return null;
        }
        var title = Node.text(error, "title");
        var sentence = Stream.of(
                        Node.text(error, "code"),
                        title == null ? Node.text(error, "message") : title,
                        Node.text(error.path("error_data"), "details"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
        return sentence.isEmpty() ? null : sentence;
    }
}
