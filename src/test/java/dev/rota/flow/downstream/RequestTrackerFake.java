package dev.rota.flow.downstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What Request Tracker 5.0.3 tells of its transactions over REST 2, in the form that the real one does.
 *
 * @see <a href="https://docs.bestpractical.com/rt/5.0.3/RT/REST2.html">REST 2</a>
 */
final class RequestTrackerFake extends ContractFake {

    private static final Pattern SINCE = Pattern.compile("ObjectType = 'RT::Ticket' AND id > (\\d+) AND \\(.*");
    private static final Map<String, String> USERS = Map.of("6", "Nobody", "34", "ana");

    private final List<ObjectNode> transactions = new ArrayList<>();
    private final Map<String, String> contents = new HashMap<>();

    /** Somebody did something to ticket 42. */
    void did(int id, String who, String type, String field, String value) {
        var transaction = JSON.createObjectNode()
                .put("id", String.valueOf(id))
                .put("Type", type)
                .put("Field", field)
                .put("NewValue", value)
                .put("ObjectId", "42")
                .put("Created", "2026-11-24T14:59:30Z");
        transaction.putObject("Creator").put("id", who).put("type", "user");
        transactions.add(transaction);
    }

    /** Somebody wrote something in ticket 42. */
    void said(int id, String who, String type, String text) {
        did(id, who, type, "", "");
        contents.put(String.valueOf(id), text);
    }

    @Override
    Response answer(Request request) {
        if (!request.header("Authorization").equals("token rt-1")) {
            return Response.of(401, Map.of("message", "Unauthorized"));
        }
        must(request.method().equals("GET"), "asking changes nothing");
        var path = request.path().substring("/REST/2.0/".length()).split("/", -1);
        return switch (path[0]) {
            case "transactions" -> search(request);
            case "transaction" ->
                Response.of(200, Map.of("items", List.of(attachment("text/html", "<p>…"), attachment(path[1]))));
            case "user" -> Response.of(200, Map.of("Name", USERS.getOrDefault(path[1], "")));
            default -> throw new Violation("there is no such path");
        };
    }

    private Response search(Request request) {
        var query = parameter(request, "query");
        var since = SINCE.matcher(query);
        must(since.matches(), "the query is one of transactions of tickets: " + query);
        var order = Comparator.<ObjectNode>comparingInt(each -> each.path("id").asInt());
        var found = transactions.stream()
                .filter(each -> each.path("id").asInt() > Integer.parseInt(since.group(1)))
                .sorted(parameter(request, "order").equals("DESC") ? order.reversed() : order)
                .limit(Integer.parseInt(parameter(request, "per_page")))
                .toList();
        return Response.of(200, Map.of("items", found, "count", found.size()));
    }

    private Map<String, String> attachment(String id) {
        return attachment("text/plain", contents.getOrDefault(id, ""));
    }

    private static Map<String, String> attachment(String type, String content) {
        return Map.of("ContentType", type, "Content", content, "type", "attachment");
    }

    private static String parameter(Request request, String name) {
        for (var each : request.query().split("&", -1)) {
            if (each.startsWith(name + "=")) {
                return URLDecoder.decode(each.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new Violation("there is no parameter " + name);
    }
}
