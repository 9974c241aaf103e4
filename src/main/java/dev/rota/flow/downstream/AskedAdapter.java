package dev.rota.flow.downstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.downstream.Ask;
import dev.rota.downstream.Counterpart;
import dev.rota.downstream.Undelivered;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.springframework.core.NestedExceptionUtils;

/** A helpdesk whose Kamelet is asked question by question. */
record AskedAdapter(String name, Questionnaire questionnaire, CamelContext context) implements Counterpart {

    /** The variable that holds the question; the shared Kamelet reads it. */
    private static final String ASKED = "asked";

    @Override
    public Set<Ask> answers() {
        return questionnaire.answers();
    }

    @Override
    public Creation creation() {
        return questionnaire.creation();
    }

    @Override
    public JsonNode ask(Ask ask, ObjectNode question) throws Undelivered {
        var exchange = new DefaultExchange(context);
        exchange.setVariable(ASKED, question);
        exchange.getMessage().setBody(question);
        try {
            context.getRoute(AdapterRoute.id(name)).getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        var failure = exchange.getException();
        if (failure == null) {
            return exchange.getMessage().getBody() instanceof JsonNode answer ? answer : NullNode.instance;
        }
        if (exchange.getException(NothingToAsk.class) != null) {
            return NullNode.instance;
        }
        var undelivered = exchange.getException(Undelivered.class);
        throw undelivered == null ? broken(ask, exchange, failure) : undelivered;
    }

    /** What its Kamelet can't make: a request, or sense of the answer. The failure itself may quote either. */
    private static Undelivered broken(Ask ask, Exchange exchange, Throwable failure) {
        var root = NestedExceptionUtils.getMostSpecificCause(failure);
        var how = "; check its Kamelet (" + root.getClass().getSimpleName() + ")";
        if (exchange.getMessage().getBody() instanceof ObjectNode body && body.has("status")) {
            var what = "answered what its Kamelet can't read, to '" + ask.label() + "'" + how;
            return new Undelivered(ask.writes() ? new Ambiguous(what) : new Refused(what));
        }
        return new Undelivered(
                new Refused("was not asked '" + ask.label() + "': no request could be made of it" + how));
    }
}
