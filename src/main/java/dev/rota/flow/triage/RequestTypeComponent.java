package dev.rota.flow.triage;

import dev.rota.inquiry.Inquiry;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.ProcessorEndpoint;

/** {@code request-type:NAME}: says what the customer wants. */
final class RequestTypeComponent extends DefaultComponent {

    private final RequestTypes types;

    RequestTypeComponent(RequestTypes types) {
        this.types = types;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
        return new ProcessorEndpoint(uri, this, exchange -> Trace.of(exchange)
                .requestType(types.named(name, exchange.getIn().getBody(Inquiry.class))));
    }
}
