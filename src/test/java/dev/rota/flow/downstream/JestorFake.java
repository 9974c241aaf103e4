package dev.rota.flow.downstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Jestor as far as its Kamelet goes: two tables of the company's own. It enforces no uniqueness.
 *
 * @see <a href="https://docs.jestor.com/docs/jestor-sdk-for-python">Its SDK for Python</a>
 */
final class JestorFake extends ContractFake {

    private static final String PATH = "/v3/low-code-execution/";

    /** The fields of each table. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "atendimentos", List.of("rota_reference", "titulo", "situacao", "responsavel", "conversa"),
            "mensagens", List.of("rota_marker", "text", "ticket"));

    final Map<String, List<ObjectNode>> tables = new HashMap<>();
    /** Finds everything, as when the field of a filter is not known. */
    boolean ignoresFilters;

    @Override
    Response answer(Request request) {
        must(request.method().equals("POST") && request.path().startsWith(PATH), "functions are called by POST");
        if (!request.header("Authorization").equals("Bearer j-1")) {
            return Response.of(401, Map.of("data", Map.of("message", "Unauthorized")));
        }
        var arguments = request.body().path("arguments");
        var table = arguments.path(0).asText();
        must(FIELDS.containsKey(table), "the first argument is a table");
        return switch (request.path().substring(PATH.length())) {
            case "fetch" -> fetch(table, arguments);
            case "createObject" -> create(table, arguments.path(1));
            case "updateObject" -> update(table, arguments.path(1));
            default -> throw new Violation("there is no such function");
        };
    }

    private Response fetch(String table, JsonNode arguments) {
        must(arguments.size() == 7, "fetch has seven arguments");
        var filter = arguments.path(1).path(0);
        must(filter.path("operator").asText().equals("É igual a"), "the operator is one that there is");
        var found = rows(table).stream()
                .filter(row -> ignoresFilters
                        || row.path(filter.path("field").asText()).equals(filter.path("value")))
                .toList();
        return Response.of(200, Map.of("data", found));
    }

    private Response create(String table, JsonNode fields) {
        var refused = refused(table, fields);
        if (!refused.isEmpty()) {
            return Response.of(400, Map.of("data", Map.of("message", refused)));
        }
        var row =
                ((ObjectNode) fields).deepCopy().put("id_" + table, rows(table).size() + 1);
        rows(table).add(row);
        return Response.of(200, Map.of("data", row));
    }

    private Response update(String table, JsonNode fields) {
        var id = fields.path("id_" + table);
        must(id.isInt(), "id_" + table + " is the row's number");
        var row = rows(table).stream()
                .filter(each -> each.path("id_" + table).equals(id))
                .findAny();
        if (row.isEmpty()) {
            return Response.of(404, Map.of("data", Map.of("message", "not found")));
        }
        row.get().setAll((ObjectNode) fields);
        return Response.of(200, Map.of("data", row.get()));
    }

    private static String refused(String table, JsonNode fields) {
        must(fields.isObject(), "fields are an object");
        for (var field : fields.properties()) {
            if (!FIELDS.getOrDefault(table, List.of()).contains(field.getKey())) {
                return "no field " + field.getKey();
            }
        }
        return "";
    }

    List<ObjectNode> rows(String table) {
        return tables.computeIfAbsent(table, first -> new ArrayList<>());
    }
}
