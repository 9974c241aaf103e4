package dev.rota.flow.triage;

import dev.rota.flow.yaml.Written;
import java.util.List;

/** One route as it was read. */
record TriageRoute(Written id, Written from, List<Step> steps) {

    /** The route that says what the customer wants. */
    static final String REQUEST_TYPE = "triage.request-type";

    /** The route that picks the queue. */
    static final String QUEUE = "triage.queue";

    String name() {
        return id.text();
    }
}
