package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.MessageStatus;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how far a message of ours has come. */
final class Statuses {

    private Statuses() {}

    static Heard read(Event event, Topic topic) {
        var node = topic.element("statuses");
        if (topic.field().equals("calls")) {
            return new Heard.Notice(event, "the status of a call", null);
        }
        var wamid = Node.id(node, "id");
        if (wamid == null) {
            return new Heard.Unhandled(event, "the status has no id, or one longer than any of Meta's");
        }
        var status = status(Node.textOrEmpty(node, "status"));
        if (status == null) {
            return new Heard.Notice(event, "a status that is on no ladder", sentence(node));
        }
        var at = Moment.of(node, event.receivedAt()).at();
        return new Heard.Progress(event, wamid, status, at, errors(node), message(node));
    }

    /** Our own id of the message, which was sent along with it; null for what others sent. */
    private static @Nullable Long message(JsonNode node) {
        var data = Node.textOrEmpty(node, "biz_opaque_callback_data");
        return data.matches("\\d{1,18}") ? Long.valueOf(data) : null;
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

    /** That we deleted a message of our own is no news to anybody. */
    private static @Nullable String sentence(JsonNode node) {
        var label = Node.word(node, "status");
        if ("deleted".equals(label)) {
            return null;
        }
        return "Meta reported the status " + (label == null ? "of a message without its name" : "'" + label + "'")
                + ", which Rota does not know; it was kept and changes nothing.";
    }

    /** Meta tells the reason once, here: all of it is kept. */
    private static @Nullable String errors(JsonNode status) {
        var sentences = new ArrayList<String>(1);
        for (var error : status.path("errors")) {
            sentences.add(error(error));
        }
        sentences.removeIf(String::isEmpty);
        return sentences.isEmpty() ? null : String.join("; ", sentences);
    }

    /** Meta's code first, since its titles change. */
    private static String error(JsonNode error) {
        var title = Node.text(error, "title");
        return Stream.of(
                        Node.text(error, "code"),
                        title == null ? Node.text(error, "message") : title,
                        Node.text(error.path("error_data"), "details"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
    }
}
