package dev.rota.flow.downstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * HubSpot's CRM as far as its Kamelet goes, with a pipeline of three stages.
 *
 * @see <a href="https://developers.hubspot.com/docs/api-reference/crm-tickets-v3/guide">Tickets</a>
 */
final class HubspotFake extends ContractFake {

    private static final String TICKETS = "/crm/v3/objects/tickets";
    private static final Set<String> STAGES = Set.of("1", "2", "4");
    private static final Set<String> PRIORITIES = Set.of("LOW", "MEDIUM", "HIGH", "URGENT");
    private static final Set<String> KNOWN = Set.of(
            "subject",
            "content",
            "hs_pipeline",
            "hs_pipeline_stage",
            "hs_ticket_priority",
            "hubspot_owner_id",
            "rota_reference");

    final Map<String, ObjectNode> tickets = new LinkedHashMap<>();
    final List<JsonNode> notes = new ArrayList<>();

    /** What people did there: notes and logged messages, by their paths. */
    final Map<String, Object> activities = new LinkedHashMap<>();

    @Override
    Response answer(Request request) {
        if (!request.header("Authorization").equals("Bearer pat-1")) {
            return Response.of(401, Map.of("status", "error", "category", "INVALID_AUTHENTICATION"));
        }
        must(request.header("Content-Type").equals("application/json"), "a body is JSON");
        return switch (request.method() + " " + request.path()) {
            case "POST " + TICKETS + "/batch/upsert" -> upsert(request.body().path("inputs"));
            case "POST /crm/v3/objects/notes" -> note(request.body());
            case "POST /crm/v3/objects/notes/search" -> search(request.body());
            default -> request.method().equals("GET") ? activity(request) : change(request);
        };
    }

    private Response activity(Request request) {
        must(request.path().matches("/crm/v3/objects/(notes|communications)/\\d+"), "there is no such path");
        must(request.query().contains("associations=tickets"), "associations are told to those who ask");
        var known = activities.get(request.path());
        return known == null
                ? Response.of(404, Map.of("status", "error", "category", "OBJECT_NOT_FOUND"))
                : Response.of(200, known);
    }

    private Response upsert(JsonNode inputs) {
        must(inputs.size() == 1, "one ticket at once");
        var input = inputs.get(0);
        must(input.path("idProperty").asText().equals("rota_reference"), "idProperty is a property that is unique");
        var refused = check(input.path("properties"));
        if (!refused.isEmpty()) {
            var error = Map.of("status", "error", "category", "VALIDATION_ERROR", "message", refused);
            return Response.of(
                    207, Map.of("status", "COMPLETE", "results", List.of(), "numErrors", 1, "errors", List.of(error)));
        }
        var reference = input.path("id").asText();
        var known = tickets.values().stream()
                .filter(each ->
                        each.path("properties").path("rota_reference").asText().equals(reference))
                .findAny();
        var ticket = known.orElseGet(() -> create(reference));
        ticket.withObject("properties").setAll((ObjectNode) input.path("properties"));
        var result = ticket.deepCopy().put("new", known.isEmpty()).put("createdAt", "2026-11-24T15:00:00Z");
        return Response.of(200, Map.of("status", "COMPLETE", "results", List.of(result)));
    }

    private ObjectNode create(String reference) {
        var ticket = JSON.createObjectNode().put("id", String.valueOf(500123 + tickets.size()));
        ticket.withObject("properties").put("rota_reference", reference);
        tickets.put(ticket.path("id").asText(), ticket);
        return ticket;
    }

    private Response change(Request request) {
        must(request.method().equals("PATCH") && request.path().matches(TICKETS + "/\\d+"), "there is no such path");
        var ticket = tickets.get(request.path().substring(TICKETS.length() + 1));
        if (ticket == null) {
            return Response.of(404, Map.of("status", "error", "category", "OBJECT_NOT_FOUND"));
        }
        var refused = check(request.body().path("properties"));
        if (!refused.isEmpty()) {
            return Response.of(400, Map.of("status", "error", "category", "VALIDATION_ERROR", "message", refused));
        }
        ticket.withObject("properties").setAll((ObjectNode) request.body().path("properties"));
        return Response.of(200, ticket);
    }

    private static String check(JsonNode properties) {
        must(properties.isObject(), "properties are an object");
        properties.properties().forEach(each -> must(each.getValue().isTextual(), each.getKey() + " is a text"));
        for (var each : properties.properties()) {
            if (!KNOWN.contains(each.getKey())) {
                return "Property \"" + each.getKey() + "\" does not exist";
            }
        }
        if (!STAGES.contains(properties.path("hs_pipeline_stage").asText())) {
            return "stage of +55 11 98765-4321 is none";
        }
        must(PRIORITIES.contains(properties.path("hs_ticket_priority").asText()), "priority is one of " + PRIORITIES);
        return "";
    }

    private Response note(JsonNode wanted) {
        must(wanted.path("properties").path("hs_timestamp").asText().matches("\\d{4}-.*Z"), "a note has a time");
        var association = wanted.path("associations").path(0);
        must(association.path("types").path(0).path("associationTypeId").asInt() == 228, "228 is note to ticket");
        must(tickets.containsKey(association.path("to").path("id").asText()), "a note is on a ticket");
        notes.add(wanted);
        return Response.of(
                201, Map.of("id", String.valueOf(900 + notes.size()), "properties", wanted.path("properties")));
    }

    private Response search(JsonNode wanted) {
        var filter = wanted.path("filterGroups").path(0).path("filters").path(0);
        must(
                filter.path("propertyName").asText().equals("associations.ticket"),
                "notes are looked for by their ticket");
        must(wanted.path("limit").asInt() <= 200, "200 results at most");
        var found = notes.stream()
                .filter(note ->
                        note.path("associations").path(0).path("to").path("id").equals(filter.path("value")))
                .map(note -> Map.of("id", "1", "properties", note.path("properties")))
                .toList();
        return Response.of(200, Map.of("total", found.size(), "results", found));
    }

    JsonNode properties(String id) {
        return Objects.requireNonNull(tickets.get(id)).path("properties");
    }
}
