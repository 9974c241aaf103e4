package dev.rota.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rota.inquiry.Content;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the answers to what the company had offered: buttons, lists, forms, the question whether it may call. */
final class Interactives {

    private Interactives() {}

    /** The answer; null when it is of a kind that is news to us. */
    static @Nullable Content read(JsonNode node) {
        var kind = Node.textOrEmpty(node, "type");
        var reply = node.path(kind);
        return switch (kind) {
            case "button_reply", "list_reply" ->
                choice("interactive", Node.text(reply, "id"), Node.text(reply, "title"));
            case "nfm_reply" -> form(reply);
            case "call_permission_reply" -> callPermission(reply);
            default -> null;
        };
    }

    /** A tap; null when nobody could tell on what. */
    static @Nullable Content choice(String type, @Nullable String id, @Nullable String title) {
        return id == null ? null : new Content.Choice(type, id, title == null ? "" : title);
    }

    private static Content callPermission(JsonNode reply) {
        return new Content.CallPermission(
                Node.textOrEmpty(reply, "response").equals("accept"),
                reply.path("is_permanent").asBoolean(),
                Moment.seconds(reply, "expiration_timestamp"));
    }

    private static Content form(JsonNode reply) {
        var answers = new LinkedHashMap<String, String>();
        collect("", answersIn(reply.path("response_json")), answers);
        return new Content.Form(Node.textOrEmpty(reply, "name"), Node.textOrEmpty(reply, "body"), answers);
    }

    /** The answers are JSON within a text; null and broken ones have been met. */
    private static JsonNode answersIn(JsonNode json) {
        if (!json.isTextual()) {
            return json;
        }
        try {
            return Json.MAPPER.readTree(json.asText());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Answers within answers are named after both, as in {@code address.city}. */
    private static void collect(String prefix, JsonNode node, Map<String, String> answers) {
        for (var member : node.properties()) {
            var name = Node.storable(prefix + member.getKey());
            var value = member.getValue();
            if (value.isObject()) {
                collect(name + ".", value, answers);
            } else if (!value.isNull()) {
                answers.put(name, Node.storable(value.isValueNode() ? value.asText() : value.toString()));
            }
        }
    }
}
