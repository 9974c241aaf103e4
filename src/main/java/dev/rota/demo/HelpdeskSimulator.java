package dev.rota.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A helpdesk that honours idempotency keys, counts the requests it has had before, and refuses what is not canonical. */
public final class HelpdeskSimulator {

    private static final Set<String> OPS = Set.of("ticket", "message", "note", "status");
    private static final List<String> REQUIRED = List.of(
            "conversation",
            "protocol",
            "epoch",
            "customer",
            "number",
            "queue",
            "requestType",
            "priority",
            "status",
            "title",
            "messages",
            "because",
            "link");

    /** What the helpdesk answers: an HTTP status and a body. */
    public record Answer(int status, Map<String, String> body) {}

    /**
     * What the helpdesk holds.
     *
     * @param requests how many commands it was sent
     * @param repeats how many of them had a key that it knew
     */
    public record Shelf(long requests, long repeats, List<HelpdeskTicket> tickets) {}

    private final String publicUrl;
    private final Map<String, String> ticketByKey = new HashMap<>();
    private final Map<String, HelpdeskTicket> tickets = new LinkedHashMap<>();
    private long requests;
    private long repeats;

    /**
     * An empty helpdesk.
     *
     * @param publicUrl where people see its tickets, for the links it gives
     */
    public HelpdeskSimulator(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Carries out a command, once for each key. */
    public synchronized Answer handle(@Nullable String key, JsonNode command) {
        requests++;
        if (key == null || !key.equals(command.path("key").asText())) {
            return refused(400, "Idempotency-Key must be there, and the same as the command's key");
        }
        var known = ticketByKey.get(key);
        if (known != null) {
            repeats++;
            return answer(200, known, "existing");
        }
        var op = command.path("op").asText();
        var missing =
                REQUIRED.stream().filter(field -> !command.hasNonNull(field)).toList();
        if (!OPS.contains(op) || !missing.isEmpty()) {
            return refused(422, "op '" + op + "' must be one of ticket, message, note, status; missing: " + missing);
        }
        var ticketId = command.path("ticketId").textValue();
        return ticketId == null ? created(key, op, command) : changed(key, ticketId, command);
    }

    /** Everything it holds, oldest ticket first. */
    public synchronized Shelf shelf() {
        return new Shelf(requests, repeats, new ArrayList<>(tickets.values()));
    }

    private Answer created(String key, String op, JsonNode command) {
        if (!op.equals("ticket")) {
            return refused(422, "op '" + op + "' needs a ticketId");
        }
        var ticketId = "HD-" + (1001 + tickets.size());
        tickets.put(ticketId, HelpdeskTicket.created(ticketId, command));
        ticketByKey.put(key, ticketId);
        return answer(201, ticketId, "created");
    }

    private Answer changed(String key, String ticketId, JsonNode command) {
        var ticket = tickets.get(ticketId);
        if (ticket == null) {
            return refused(404, "there is no ticket " + ticketId);
        }
        tickets.put(ticketId, ticket.changedBy(command));
        ticketByKey.put(key, ticketId);
        return answer(200, ticketId, "changed");
    }

    private Answer answer(int status, String ticketId, String outcome) {
        return new Answer(status, Map.of("ticketId", ticketId, "link", publicUrl + "#" + ticketId, "outcome", outcome));
    }

    private static Answer refused(int status, String why) {
        return new Answer(status, Map.of("error", why));
    }
}
