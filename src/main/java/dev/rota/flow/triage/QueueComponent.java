package dev.rota.flow.triage;

import dev.rota.routing.Priority;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.ProcessorEndpoint;

/** {@code queue:NAME?priority=P&skill=NAME}: picks the queue. */
final class QueueComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
        var priority = getAndRemoveParameter(parameters, "priority", String.class, Priority.NORMAL.label());
        var skill = getAndRemoveParameter(parameters, "skill", String.class);
        var queue = new Target.Queue(name, Priority.of(priority), skill);
        return new ProcessorEndpoint(uri, this, exchange -> Trace.of(exchange).queue(queue));
    }
}
