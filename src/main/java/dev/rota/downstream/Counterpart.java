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

    /** Whether a new ticket has neither owner nor messages yet, so that both follow. */
    boolean createsBare();

    /**
     * Puts a question.
     *
     * @return what the adapter made of the answer; null's node when there was nothing to ask, or no such thing there
     * @throws Undelivered when it came to nothing
     */
    JsonNode ask(Ask ask, ObjectNode question) throws Undelivered;
}
