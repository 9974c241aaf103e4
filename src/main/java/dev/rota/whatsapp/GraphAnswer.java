package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * What Meta answered to a question.
 *
 * @param json an empty object when it was none
 */
public record GraphAnswer(int status, JsonNode json) {

    /** Nobody answered. */
    static final GraphAnswer NONE = new GraphAnswer(0, JsonNodeFactory.instance.objectNode());

    /** Whether it is a page of a list. */
    boolean isList() {
        return status / 100 == 2 && json.path("data").isArray();
    }

    /** What went wrong, and what mends it. */
    String problem() {
        if (status == 0) {
            return "Meta can't be reached";
        }
        var code = json.at("/error/code");
        if (code.isMissingNode()) {
            return "Meta answered " + status + (status / 100 == 2 ? " with something that is no list" : "");
        }
        var fault = SendFault.of(code.asInt());
        var remedy = fault == SendFault.PERMISSION || fault == SendFault.PARAMETER
                ? "the access token may not read the account; give its user the permission"
                        + " whatsapp_business_management"
                : fault == null ? "Rota does not know it" : fault.sentence();
        return "Meta's error " + code.asInt() + ": " + remedy;
    }

    @Override
    public String toString() {
        return "GraphAnswer[" + status + "]";
    }
}
