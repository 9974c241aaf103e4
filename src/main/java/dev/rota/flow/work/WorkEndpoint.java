package dev.rota.flow.work;

import dev.rota.desk.WorkSource;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Where a route takes the items of one source, one exchange each. */
final class WorkEndpoint extends DefaultEndpoint {

    private final WorkSource<Object, Object> source;
    private final Crew crew;

    @SuppressWarnings("unchecked") // a route is not typed; the source's items are what its steps take
    WorkEndpoint(String uri, Component component, WorkSource<?, ?> source, Crew crew) {
        super(uri, component);
        this.source = (WorkSource<Object, Object>) source;
        this.crew = crew;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new WorkConsumer(this, processor, source, crew);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("work is taken, not given: " + getEndpointUri());
    }
}
