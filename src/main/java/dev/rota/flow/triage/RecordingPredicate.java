package dev.rota.flow.triage;

import dev.rota.routing.Because;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Asks a rule, and records what it was asked and what it answered. */
final class RecordingPredicate implements Predicate {

    private final Predicate predicate;
    private final Rule rule;
    private final Because yes;
    private final Because no;

    RecordingPredicate(Predicate predicate, Rule rule) {
        this.predicate = predicate;
        this.rule = rule;
        this.yes = rule.gave("true");
        this.no = rule.gave("false");
    }

    @Override
    public boolean matches(Exchange exchange) {
        var trace = Trace.of(exchange);
        trace.at(rule);
        var matches = predicate.matches(exchange);
        trace.add(matches ? yes : no);
        return matches;
    }

    @Override
    public void init(CamelContext context) {
        predicate.init(context);
    }

    @Override
    public String toString() {
        return rule.text();
    }
}
