package dev.rota.flow.triage;

import dev.rota.desk.TryAgain;
import dev.rota.flow.Uses;
import dev.rota.inquiry.Inquiry;
import dev.rota.routing.Branch;
import dev.rota.routing.Decision;
import dev.rota.routing.Priority;
import dev.rota.routing.Triage;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A compiled triage folder: immutable, named by its content, and safe for any number of threads at once. */
public final class RouteSet implements Triage, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RouteSet.class);

    private final String hash;
    private final List<Branch> branches;
    private final CamelContext context;
    private final RequestTypes types;
    private final String fallback;
    private final Set<String> queues;
    private final Rule entry;
    private final Processor requestType;
    private final Processor queue;
    private final Uses uses = new Uses(this::end);

    RouteSet(
            String hash,
            List<Branch> branches,
            CamelContext context,
            RequestTypes types,
            String fallback,
            Set<String> queues,
            Rule entry) {
        this.hash = hash;
        this.branches = List.copyOf(branches);
        this.context = context;
        this.types = types;
        this.fallback = fallback;
        this.queues = Set.copyOf(queues);
        this.entry = entry;
        this.requestType = context.getRoute(TriageRoute.REQUEST_TYPE).getProcessor();
        this.queue = context.getRoute(TriageRoute.QUEUE).getProcessor();
    }

    /** The content hash: 12 hex digits, the same for the same files. */
    public String hash() {
        return hash;
    }

    /** Every way through its choices, in the order of files and lines. */
    public List<Branch> branches() {
        return branches;
    }

    /**
     * {@inheritDoc}
     *
     * @throws TryAgain when the set has been closed, so that another is in force
     */
    @Override
    public Decision decide(Inquiry inquiry) {
        if (!uses.enter()) {
            throw new TryAgain("the rules changed while a message was being decided");
        }
        try {
            return OverrideRules.over(decided(inquiry), inquiry, queues);
        } finally {
            uses.leave();
        }
    }

    private Decision decided(Inquiry inquiry) {
        var trace = new Trace(entry);
        try {
            pass(requestType, inquiry, trace);
            var type = Objects.requireNonNull(trace.requestType());
            pass(queue, inquiry.withRequestType(type), trace);
            var picked = Objects.requireNonNull(trace.queue());
            return new Decision(type, picked.name(), picked.priority(), picked.skill(), hash, trace.because());
        } catch (Exception e) {
            return failed(trace, e);
        }
    }

    /** Ends when the last decision under way has. */
    @Override
    public void close() {
        uses.replace();
    }

    private void end() {
        try {
            context.close();
        } catch (Exception e) {
            LOG.warn(
                    "route set {} did not close cleanly: {}", hash, e.getClass().getSimpleName());
        }
    }

    private void pass(Processor route, Inquiry inquiry, Trace trace) throws Exception {
        var exchange = new DefaultExchange(context);
        exchange.getIn().setBody(inquiry);
        trace.travelWith(exchange);
        route.process(exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }

    /** Exceptions quote what they failed on, which may be the customer's words: only their kind is told. */
    private Decision failed(Trace trace, Exception failure) {
        var cause = rootOf(failure).getClass().getSimpleName();
        var rule = trace.rule();
        LOG.error(
                "route set {} failed with {} at {}; the decision goes to queue '{}'",
                hash,
                cause,
                rule.place(),
                fallback);
        trace.add(rule.gave("failed with " + cause + ", so it goes to the fallback queue '" + fallback + "'"));
        var type = trace.requestType() == null ? types.unknown() : trace.requestType();
        return new Decision(type, fallback, Priority.NORMAL, null, hash, trace.because());
    }

    @SuppressWarnings("ReferenceEquality") // some exceptions name themselves as their cause
    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
