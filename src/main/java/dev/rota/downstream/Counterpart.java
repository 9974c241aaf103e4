package dev.rota.downstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** A helpdesk as an errand meets it: its adapter, which turns each question into a request and the answer back. */
public interface Counterpart {

    /** As {@code config/downstreams.yaml} calls it. */
    String name();

    /** What it can be asked. */
    Set<Ask> answers();

    Creation creation();

    /** What creating a ticket does. */
    enum Creation {
        /** It has its owner, its status and what was said. */
        WHOLE,
        /** The same, and to create it again finds the first: the system keeps our reference unique. */
        ONCE,
        /** What was said follows, and its owner and status may have to. */
        BARE
    }

    /**
     * Puts a question.
     *
     * @return what the adapter made of the answer; null's node when there was nothing to ask, or no such thing there
     * @throws Undelivered when it came to nothing
     */
    JsonNode ask(Ask ask, ObjectNode question) throws Undelivered;
}
