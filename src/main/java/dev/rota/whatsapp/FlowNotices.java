package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened to a flow, and what to do about it. */
final class FlowNotices {

    private static final Set<String> BROKEN = Set.of("THROTTLED", "BLOCKED", "DEPRECATED");

    private FlowNotices() {}

    static @Nullable String sentence(JsonNode value) {
        var event = Node.word(value, "event");
        var status = Node.word(value, "new_status");
        if ("FLOW_STATUS_CHANGE".equals(event)) {
            return status != null && BROKEN.contains(status)
                    ? flow(value) + " is " + status
                            + ": customers can't use it as it should be; look into the WhatsApp Manager."
                    : null;
        }
        if ("DEACTIVATED".equals(Node.word(value, "alert_state"))) {
            return null;
        }
        return flow(value) + " has trouble (" + (event == null ? "unknown" : event)
                + "): see to its endpoint before Meta throttles it.";
    }

    private static String flow(JsonNode value) {
        var id = Node.word(value, "flow_id");
        return "The flow " + (id == null ? "without an id" : id);
    }
}
