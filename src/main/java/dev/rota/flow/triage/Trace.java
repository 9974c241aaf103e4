package dev.rota.flow.triage;

import dev.rota.routing.Because;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** What one decision has come to so far; only the thread that decides has it. */
final class Trace {

    private static final String PROPERTY = "rota.triage.trace";

    private final List<Because> because = new ArrayList<>();
    private Rule rule;
    private @Nullable String requestType;
    private Target.@Nullable Queue queue;

    /** Starts at the entry of triage. */
    Trace(Rule entry) {
        this.rule = entry;
    }

    /** The trace that travels with an exchange. */
    static Trace of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Trace.class);
    }

    void travelWith(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    /** The decision has come to this rule. */
    void at(Rule next) {
        rule = next;
    }

    void add(Because line) {
        because.add(line);
    }

    void requestType(String name) {
        requestType = name;
        reached(name);
    }

    void queue(Target.Queue picked) {
        queue = picked;
        reached(picked.name());
    }

    /** The rule that the decision came to last. */
    Rule rule() {
        return rule;
    }

    @Nullable
    String requestType() {
        return requestType;
    }

    Target.@Nullable Queue queue() {
        return queue;
    }

    List<Because> because() {
        return because;
    }

    private void reached(String value) {
        because.add(rule.gave(value));
    }
}
