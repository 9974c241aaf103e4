package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.inquiry.Content;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a message consists of: one method for each shape, and a card for whatever has another. */
final class Contents {

    /** Types that tell something, but ask nobody for an answer. */
    private static final Set<String> NO_ANSWER =
            Set.of("reaction", "system", "unsupported", "unknown", "request_welcome", "edit", "revoke", "ephemeral");

    private Contents() {}

    static Content read(JsonNode message) {
        var type = Node.text(message, "type");
        if (type == null) {
            return new Content.Other("unknown", false);
        }
        var node = message.path(type);
        var content =
                switch (type) {
                    case "text" -> text(node);
                    case "button" -> button(node);
                    case "interactive" -> interactive(node);
                    case "image", "video", "audio", "voice", "document", "sticker" -> media(type, node);
                    case "location" -> location(node);
                    default -> null;
                };
        return content == null ? new Content.Other(type, !NO_ANSWER.contains(type)) : content;
    }

    private static @Nullable Content text(JsonNode node) {
        var body = Node.text(node, "body");
        return body == null ? null : new Content.Text(body);
    }

    /** The quick reply of a template. */
    private static @Nullable Content button(JsonNode node) {
        var title = Node.text(node, "text");
        var payload = Node.text(node, "payload");
        return choice("button", payload == null ? title : payload, title);
    }

    private static @Nullable Content interactive(JsonNode node) {
        var kind = Node.textOrEmpty(node, "type");
        if (!kind.equals("button_reply") && !kind.equals("list_reply")) {
            return null;
        }
        var reply = node.path(kind);
        return choice("interactive", Node.text(reply, "id"), Node.text(reply, "title"));
    }

    private static @Nullable Content choice(String type, @Nullable String id, @Nullable String title) {
        return id == null ? null : new Content.Choice(type, id, title == null ? "" : title);
    }

    private static @Nullable Content media(String type, JsonNode node) {
        var id = Node.text(node, "id");
        if (id == null) {
            return null;
        }
        return new Content.Media(
                type, id, Node.text(node, "mime_type"), Node.text(node, "caption"), Node.text(node, "filename"));
    }

    private static @Nullable Content location(JsonNode node) {
        var latitude = Node.number(node, "latitude");
        var longitude = Node.number(node, "longitude");
        if (latitude == null || longitude == null) {
            return null;
        }
        return new Content.Location(latitude, longitude, Node.text(node, "name"), Node.text(node, "address"));
    }
}
