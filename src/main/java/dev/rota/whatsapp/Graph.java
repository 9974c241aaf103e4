package dev.rota.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.Company;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Reply;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Speaks to Meta's Graph API: what a text looks like there, and what its answers mean. */
public final class Graph {

    private static final String VERSION = "v26.0";

    /** Rate limits and passing faults, by Meta's list of error codes. */
    private static final Set<Integer> PASSING = Set.of(4, 80007, 130429, 131056, 131016, 131000, 131057);

    private final Supplier<Company> company;
    private final ObjectMapper json;

    Graph(Supplier<Company> company, ObjectMapper json) {
        this.company = company;
        this.json = json;
    }

    /**
     * A request, as the route sends it.
     *
     * @param path after the address of the Graph API
     */
    public record Request(String path, String token, String json) {
        @Override
        public String toString() {
            return "Request[" + path + "]";
        }
    }

    /** The request that sends a text, to exactly the id that the customer or the group wrote from. */
    public Request request(Reply reply) {
        var number = Objects.requireNonNull(
                company.get().numbers().get(reply.number()),
                () -> "number '" + reply.number() + "' is no longer in config/numbers.yaml");
        var app = Objects.requireNonNull(company.get().apps().get(number.app()));
        var message = json.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", reply.group() == null ? "individual" : "group")
                .put("type", "text");
        if (reply.group() != null) {
            message.put("to", reply.group());
        } else if (reply.to() != null) {
            message.put("to", reply.to());
        } else {
            message.put("recipient", reply.recipient());
        }
        message.putObject("text").put("body", reply.text());
        return new Request(
                "/" + VERSION + "/" + number.id() + "/messages", Objects.toString(app.token(), ""), message.toString());
    }

    /** What an answer means; a passing fault without a known code may have sent the message. */
    public DeliveryOutcome outcome(int status, @Nullable String body) {
        var answer = read(body);
        var wamid = answer.at("/messages/0/id").asText("");
        if (status / 100 == 2 && !wamid.isEmpty()) {
            return new Delivered(wamid, null, "created");
        }
        var code = answer.at("/error/code").asInt(0);
        if (PASSING.contains(code) || status == 429) {
            return new Retry("Meta answered " + status + ", error " + code + ": try later", null);
        }
        if (status / 100 == 4) {
            return new Refused("Meta answered " + status + ", error " + code);
        }
        return new Ambiguous("Meta answered " + status + ", error " + code + "; the message may have been sent");
    }

    private JsonNode read(@Nullable String body) {
        try {
            return json.readTree(body == null || body.isBlank() ? "{}" : body);
        } catch (JsonProcessingException e) {
            return json.createObjectNode();
        }
    }
}
