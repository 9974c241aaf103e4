package dev.rota.flow.downstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Chatwoot as far as its Kamelet goes, with one inbox of the kind API.
 *
 * @see <a href="https://developers.chatwoot.com/api-reference/conversations/create-new-conversation">Conversations</a>
 */
final class ChatwootFake extends ContractFake {

    private static final String HERE = "/api/v1/accounts/5";
    private static final Set<String> STATUSES = Set.of("open", "resolved", "pending", "snoozed");

    final Map<Long, ObjectNode> conversations = new LinkedHashMap<>();
    final List<ObjectNode> contacts = new ArrayList<>();
    /** The custom attributes that are defined; one that is not can't be looked for. */
    Set<String> attributes = Set.of("rota_reference");

    @Override
    Response answer(Request request) {
        if (!request.header("api_access_token").equals("cw-t0ken")) {
            return Response.of(401, Map.of("error", "Invalid Access Token"));
        }
        var what = request.method() + " " + request.path().replace(HERE, "");
        return switch (what) {
            case "POST /conversations/filter" -> filter(request.body().path("payload"));
            case "GET /contacts/search" -> search(request.query());
            case "POST /contacts" -> contact(request.body());
            case "POST /conversations" -> create(request.body());
            default -> ofConversation(request);
        };
    }

    private Response filter(JsonNode payload) {
        must(payload.size() == 1, "one condition");
        var condition = payload.get(0);
        must(condition.path("filter_operator").asText().equals("equal_to"), "the operator is equal_to");
        must(condition.path("values").isArray(), "values are a list");
        var key = condition.path("attribute_key").asText();
        if (!attributes.contains(key)) {
            return Response.of(422, Map.of("error", "Invalid attribute key - [" + key + "]"));
        }
        var found = conversations.values().stream()
                .filter(each -> each.path("custom_attributes")
                        .path(key)
                        .asText()
                        .equals(condition.path("values").get(0).asText()))
                .toList();
        return Response.of(200, Map.of("meta", Map.of("all_count", found.size()), "payload", found));
    }

    /** It finds whatever holds the text. */
    private Response search(String query) {
        must(query.startsWith("q="), "contacts are looked for by q");
        var text = URLDecoder.decode(query.substring(2), StandardCharsets.UTF_8);
        var found = contacts.stream()
                .filter(each -> each.path("identifier").asText().contains(text))
                .toList();
        return Response.of(200, Map.of("meta", Map.of("count", found.size()), "payload", found));
    }

    private Response contact(JsonNode wanted) {
        must(wanted.path("inbox_id").asInt() == 3, "inbox_id is that of an inbox");
        var identifier = wanted.path("identifier").asText();
        if (contacts.stream().anyMatch(each -> each.path("identifier").asText().equals(identifier))) {
            return Response.of(
                    422, Map.of("message", "Identifier has already been taken", "attributes", List.of("identifier")));
        }
        var contact = known(identifier, wanted.path("name").asText());
        return Response.of(
                200,
                Map.of(
                        "payload",
                        Map.of(
                                "contact",
                                contact,
                                "contact_inbox",
                                contact.path("contact_inboxes").get(0))));
    }

    /** A contact that is there. */
    ObjectNode known(String identifier, String name) {
        var contact = JSON.createObjectNode()
                .put("id", 80 + contacts.size())
                .put("identifier", identifier)
                .put("name", name);
        contact.putArray("contact_inboxes")
                .addObject()
                .put("source_id", "source-" + identifier)
                .putObject("inbox")
                .put("id", 3);
        contacts.add(contact);
        return contact;
    }

    private Response create(JsonNode wanted) {
        must(wanted.path("inbox_id").asInt() == 3, "inbox_id is that of an inbox");
        must(wanted.path("source_id").asText().startsWith("source-"), "source_id is that of the contact in the inbox");
        must(
                contacts.stream().anyMatch(each -> each.path("id").equals(wanted.path("contact_id"))),
                "contact_id is that of a contact");
        must(STATUSES.contains(wanted.path("status").asText()), "status is one of " + STATUSES);
        must(wanted.path("custom_attributes").isObject(), "custom_attributes are an object");
        var id = 100L + conversations.size();
        var conversation = JSON.createObjectNode().put("id", id).put("account_id", 5);
        for (var name : List.of("status", "assignee_id", "team_id", "custom_attributes")) {
            if (wanted.has(name)) {
                conversation.set(name, wanted.path(name));
            }
        }
        conversation.putArray("messages");
        conversations.put(id, conversation);
        return Response.of(200, Map.of("id", id, "account_id", 5, "inbox_id", 3));
    }

    private Response ofConversation(Request request) {
        var path = request.path().replaceFirst(HERE + "/conversations/(\\d+)/(\\w+)", "$1 $2");
        must(path.matches("\\d+ \\w+"), "there is no such path");
        var conversation = conversations.get(Long.parseLong(path.replaceFirst(" .*", "")));
        if (conversation == null) {
            return Response.of(404, Map.of("error", "Resource could not be found"));
        }
        return switch (request.method() + path.replaceFirst("\\d+", "")) {
            case "POST assignments" -> assign(conversation, request.body());
            case "POST toggle_status" -> toggle(conversation, request.body());
            case "POST messages" -> say(conversation, request.body());
            case "GET messages" -> Response.of(200, Map.of("meta", Map.of(), "payload", conversation.path("messages")));
            default -> throw new Violation("there is no such path");
        };
    }

    private static Response assign(ObjectNode conversation, JsonNode wanted) {
        must(wanted.has("assignee_id") || wanted.has("team_id"), "assignee_id or team_id");
        must(
                wanted.path("assignee_id").isNull()
                        || wanted.path("assignee_id").isInt(),
                "assignee_id is a number or null");
        conversation.set("assignee_id", wanted.path("assignee_id"));
        return Response.of(
                200, wanted.path("assignee_id").isNull() ? "null" : Map.of("id", wanted.path("assignee_id")));
    }

    private static Response toggle(ObjectNode conversation, JsonNode wanted) {
        must(STATUSES.contains(wanted.path("status").asText()), "status is one of " + STATUSES);
        conversation.set("status", wanted.path("status"));
        return Response.of(200, Map.of("meta", Map.of(), "payload", Map.of("success", true)));
    }

    private static Response say(ObjectNode conversation, JsonNode wanted) {
        must(!wanted.path("content").asText().isBlank(), "a message has content");
        must(
                Set.of("incoming", "outgoing")
                        .contains(wanted.path("message_type").asText()),
                "message_type is incoming or outgoing");
        must(wanted.path("private").isBoolean(), "private is true or false");
        var message = conversation.withArray("messages").addObject();
        message.put("id", conversation.path("messages").size()).setAll((ObjectNode) wanted);
        return Response.of(200, message);
    }

    /** The one conversation of that number. */
    ObjectNode conversation(long id) {
        return Objects.requireNonNull(conversations.get(id));
    }

    List<String> messages(long id) {
        return texts(conversation(id).path("messages").findValues("content"));
    }
}
