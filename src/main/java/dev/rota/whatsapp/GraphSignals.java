package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.Company;
import dev.rota.desk.Signal;
import java.util.function.Supplier;

/**
 * How the Graph API is told that a customer's message has been read, and that somebody is typing.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/typing-indicators">typing indicators</a>
 */
public final class GraphSignals {

    private final Supplier<Company> company;
    private final String version;
    private final ObjectMapper json;

    GraphSignals(Supplier<Company> company, String version, ObjectMapper json) {
        this.company = company;
        this.version = version;
        this.json = json;
    }

    /** The request that gives a sign; it marks all that the customer wrote before as read, too. */
    public Graph.Request request(Signal signal) {
        var number = GraphNumber.of(company.get(), signal.number(), version);
        var body = json.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", signal.wamid());
        if (signal.typing()) {
            body.putObject("typing_indicator").put("type", "text");
        }
        return new Graph.Request(number.path() + "/messages", number.token(), body.toString());
    }
}
