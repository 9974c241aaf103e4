package dev.rota.flow.downstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Zendesk Support as far as its Kamelet goes.
 *
 * @see <a href="https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/">Tickets</a>
 */
final class ZendeskFake extends ContractFake {

    private static final String CREDENTIAL = "Basic "
            + Base64.getEncoder()
                    .encodeToString("rota@fibranorte.example/token:s3cret)&?".getBytes(StandardCharsets.UTF_8));
    private static final Set<String> STATUSES = Set.of("new", "open", "pending", "hold", "solved", "closed");
    private static final Set<String> PRIORITIES = Set.of("urgent", "high", "normal", "low");
    private static final Set<Long> AGENTS = Set.of(3901L, 3902L);
    private static final Set<Long> GROUPS = Set.of(7001L);

    final Map<Long, ObjectNode> tickets = new LinkedHashMap<>();
    private final Map<Long, ObjectNode> audits = new LinkedHashMap<>();
    private final Map<String, Long> users = new HashMap<>();
    private final Map<String, Long> keys = new HashMap<>();

    @Override
    Response answer(Request request) {
        if (!request.header("Authorization").equals(CREDENTIAL)) {
            return Response.of(401, Map.of("error", "Couldn't authenticate you"));
        }
        if (!request.body().isNull()) {
            must(request.header("Content-Type").equals("application/json"), "a body is JSON");
        }
        var path = request.path();
        if (request.method().equals("GET") && path.equals("/api/v2/tickets")) {
            return list(request.query());
        }
        if (request.method().equals("POST") && path.equals("/api/v2/tickets")) {
            return create(request);
        }
        if (request.method().equals("POST") && path.equals("/api/v2/users/create_or_update")) {
            return user(request.body().path("user"));
        }
        var id = path.replaceFirst("/api/v2/tickets/(\\d+)(/audits)?", "$1");
        must(id.matches("\\d+"), "there is no such path");
        var ticket = tickets.get(Long.parseLong(id));
        if (ticket == null) {
            return Response.of(404, Map.of("error", "RecordNotFound", "description", "Not found"));
        }
        if (path.endsWith("/audits")) {
            must(request.method().equals("GET"), "audits are read only");
            return Response.of(200, Map.of("audits", audits(Long.parseLong(id))));
        }
        must(request.method().equals("PUT"), "a ticket is changed by PUT");
        var refused = check(request.body().path("ticket"));
        return refused != null
                ? refused
                : Response.of(
                        200, Map.of("ticket", change(ticket, request.body().path("ticket"))));
    }

    private Response list(String query) {
        must(query.startsWith("external_id="), "tickets are looked for by external_id");
        var wanted = query.substring("external_id=".length());
        var found = tickets.values().stream()
                .filter(ticket -> ticket.path("external_id").asText().equals(wanted))
                .toList();
        return Response.of(200, Map.of("tickets", found, "count", found.size()));
    }

    private Response create(Request request) {
        var wanted = request.body().path("ticket");
        must(wanted.path("comment").path("body").isTextual(), "a ticket has a first comment");
        must(wanted.path("subject").asText().length() <= 150, "a subject has 150 characters at most");
        must(wanted.path("requester_id").isIntegralNumber(), "requester_id is a number");
        must(users.containsValue(wanted.path("requester_id").asLong()), "the requester is a user");
        var refused = check(wanted);
        if (refused != null) {
            return refused;
        }
        var key = request.header("Idempotency-Key");
        var id = keys.computeIfAbsent(key.isEmpty() ? "none " + tickets.size() : key, first -> 35436L + tickets.size());
        var lookup = tickets.containsKey(id) ? "hit" : "miss";
        var ticket =
                tickets.computeIfAbsent(id, first -> JSON.createObjectNode().put("id", first));
        if (lookup.equals("miss")) {
            ticket.put("external_id", wanted.path("external_id").asText());
            ticket.put("subject", wanted.path("subject").asText());
            change(ticket, wanted);
        }
        return Response.of(201, Map.of("ticket", ticket)).with("x-idempotency-lookup", lookup);
    }

    private ObjectNode change(ObjectNode ticket, JsonNode wanted) {
        for (var name : Set.of("status", "priority", "assignee_id", "group_id", "tags")) {
            if (wanted.has(name)) {
                ticket.set(name, wanted.path(name));
            }
        }
        var all = audits.computeIfAbsent(ticket.path("id").asLong(), first -> JSON.createObjectNode())
                .withArray("audits");
        var audit = all.addObject();
        audit.putObject("metadata").putObject("system").put("client", "Camel");
        if (wanted.has("metadata")) {
            audit.withObject("metadata").set("custom", wanted.path("metadata").path("custom"));
        }
        if (wanted.has("comment")) {
            audit.putArray("events").addObject().put("type", "Comment").setAll((ObjectNode) wanted.path("comment"));
        }
        return ticket;
    }

    private @Nullable Response check(JsonNode wanted) {
        must(wanted.isObject(), "the ticket stands below 'ticket'");
        must(
                !wanted.has("status") || STATUSES.contains(wanted.path("status").asText()),
                "status is one of " + STATUSES);
        must(
                !wanted.has("priority")
                        || PRIORITIES.contains(wanted.path("priority").asText()),
                "priority is one of " + PRIORITIES);
        if (wanted.hasNonNull("assignee_id")
                && !AGENTS.contains(wanted.path("assignee_id").asLong())) {
            return invalid("assignee_id");
        }
        if (wanted.hasNonNull("group_id")
                && !GROUPS.contains(wanted.path("group_id").asLong())) {
            return invalid("group_id");
        }
        return null;
    }

    private static Response invalid(String field) {
        return Response.of(
                422,
                Map.of(
                        "error", "RecordInvalid",
                        "description", "Record validation errors",
                        "details", Map.of(field, List.of(Map.of("description", "is invalid for +55 11 98765-4321")))));
    }

    private Response user(JsonNode wanted) {
        must(!wanted.path("name").asText().isBlank(), "a user has a name");
        must(
                Set.of("end-user", "agent", "admin")
                        .contains(wanted.path("role").asText()),
                "role is end-user, agent or admin");
        var known = users.containsKey(wanted.path("external_id").asText());
        var id = users.computeIfAbsent(wanted.path("external_id").asText(), first -> 900L + users.size());
        return Response.of(known ? 200 : 201, Map.of("user", Map.of("id", id, "name", wanted.path("name"))));
    }

    ObjectNode ticket(long id) {
        return Objects.requireNonNull(tickets.get(id));
    }

    private JsonNode audits(long id) {
        return Objects.requireNonNull(audits.get(id)).path("audits");
    }

    /** The comments of a ticket, in order. */
    List<String> comments(long id) {
        return texts(audits(id).findValues("body"));
    }
}
