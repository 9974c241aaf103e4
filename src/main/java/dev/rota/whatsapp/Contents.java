package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.inquiry.Content;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a message consists of: one method for each shape, and a card for whatever has another. */
final class Contents {

    /** Types that tell something, but ask nobody for an answer, even where they can't be read. */
    private static final Set<String> NO_ANSWER = Set.of("reaction", "request_welcome", "ephemeral");

    private Contents() {}

    static Content read(JsonNode message) {
        var type = Node.text(message, "type");
        if (type == null) {
            return new Content.Other("unknown", false);
        }
        var node = message.path(type);
        var content =
                switch (type) {
                    case "text", "ephemeral" -> text(node);
                    case "button" -> button(node);
                    case "interactive" -> Interactives.read(node);
                    case "image", "video", "audio", "voice", "document", "sticker" -> media(type, node, message);
                    case "location" -> location(node);
                    case "contacts" -> Cards.read(node);
                    case "order" -> Orders.read(node);
                    case "reaction" -> node.isObject() ? new Content.Reaction(Node.text(node, "emoji")) : null;
                    case "edit" -> new Content.Edit(edited(node.path("message")));
                    case "revoke" -> new Content.Revoke();
                    case "system" -> system(node);
                    case "unsupported", "unknown" ->
                        new Content.Unsupported(Node.word(message.path("unsupported"), "type"), code(message));
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
        return Interactives.choice("button", payload == null ? title : payload, title);
    }

    /** Without an id, the errors beside it say why it did not come. */
    private static @Nullable Content media(String type, JsonNode node, JsonNode message) {
        var id = Node.id(node, "id");
        if (id != null) {
            return new Content.Media(
                    type, id, Node.text(node, "mime_type"), Node.text(node, "caption"), Node.text(node, "filename"));
        }
        var code = code(message);
        return code == 0 ? null : new Content.Unsupported(type, code);
    }

    private static @Nullable Content location(JsonNode node) {
        var latitude = Node.number(node, "latitude");
        var longitude = Node.number(node, "longitude");
        if (latitude == null || longitude == null) {
            return null;
        }
        return new Content.Location(latitude, longitude, Node.text(node, "name"), Node.text(node, "address"));
    }

    /** What a message says now; of a picture whose caption alone was edited, that caption. */
    private static Content edited(JsonNode message) {
        var content = read(message);
        var caption = Node.text(message.path(content.type()), "caption");
        return content instanceof Content.Other && caption != null ? new Content.Text(caption) : content;
    }

    private static Content system(JsonNode node) {
        var what = Node.word(node, "type");
        return new Content.Account(what == null ? "unknown" : what, Node.textOrEmpty(node, "body"));
    }

    private static int code(JsonNode message) {
        return Node.integer(Node.first(message, "errors"), "code", 0);
    }
}
