package dev.rota.flow.downstream;

import dev.rota.desk.Ticket;
import dev.rota.downstream.Counterpart;
import dev.rota.downstream.Errands;
import dev.rota.downstream.back.CallbackSignature;
import dev.rota.flow.Uses;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The adapters of all downstreams as one set of files says them: each is a Kamelet with its parameters, in a Camel context
 * that they have for themselves. So other adapters can be made beside them while they work, and their end waits for what
 * they have begun.
 */
public final class Adapters implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Adapters.class);

    /** The variable that counts attempts, which the route of deliveries sets. */
    private static final String ATTEMPT = "attempt";

    private final CamelContext context;
    private final Map<String, Questionnaire> asked;
    private final Map<String, CallbackSignature> signatures;
    private final Uses uses = new Uses(this::end);

    /**
     * Prepares adapters whose context has started.
     *
     * @param asked those that are asked question by question
     * @param signatures how those sign who tell by themselves
     */
    Adapters(CamelContext context, Map<String, Questionnaire> asked, Map<String, CallbackSignature> signatures) {
        this.context = context;
        this.asked = Map.copyOf(asked);
        this.signatures = Map.copyOf(signatures);
    }

    /** How the downstream of that name signs what it tells by itself; nothing when nobody listens to it. */
    public Optional<CallbackSignature> signature(String downstream) {
        return Optional.ofNullable(signatures.get(downstream));
    }

    /** Begins a use, which ends with {@link #process}; false when other adapters are in force. */
    boolean enter() {
        return uses.enter();
    }

    /**
     * Carries out the command in an exchange of the engine, whose body becomes the outcome.
     *
     * @return whether that is done already
     */
    boolean process(String downstream, Exchange exchange, AsyncCallback callback) {
        AsyncCallback done = doneSync -> {
            uses.leave();
            callback.done(doneSync);
        };
        var route = context.getRoute(AdapterRoute.id(downstream));
        if (route == null) {
            exchange.setException(new IllegalStateException("no adapter is called '" + downstream + "' any more"));
            done.done(true);
            return true;
        }
        var questionnaire = asked.get(downstream);
        if (exchange.getMessage().getBody() instanceof Ticket command && questionnaire != null) {
            carryOut(command, new AskedAdapter(downstream, questionnaire, context), exchange);
            done.done(true);
            return true;
        }
        var inner = new DefaultExchange(context);
        inner.getMessage().setBody(exchange.getMessage().getBody());
        exchange.getVariables().forEach(inner::setVariable);
        return ((AsyncProcessor) route.getProcessor()).process(inner, doneSync -> {
            exchange.setException(inner.getException());
            exchange.getMessage().setBody(inner.getMessage().getBody());
            done.done(doneSync);
        });
    }

    /** Each question blocks, as every call over HTTP does. */
    private void carryOut(Ticket command, Counterpart counterpart, Exchange exchange) {
        var errands = CamelContextHelper.mandatoryFindSingleByType(context, Errands.class);
        var attempt = exchange.getVariable(ATTEMPT, 1, Integer.class);
        exchange.getMessage().setBody(errands.carryOut(command, attempt, counterpart));
    }

    /** Asks through the adapter of that name; the future ends with what it answered, which may be nothing. */
    public CompletableFuture<Optional<Object>> ask(String adapter, Object question) {
        var answer = new CompletableFuture<Optional<Object>>();
        var exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(question);
        AsyncCallback done = doneSync -> {
            if (exchange.getException() != null) {
                answer.completeExceptionally(exchange.getException());
            } else {
                answer.complete(Optional.ofNullable(exchange.getMessage().getBody()));
            }
        };
        if (enter()) {
            process(adapter, exchange, done);
        } else {
            answer.completeExceptionally(new IllegalStateException("the adapters have been replaced"));
        }
        return answer;
    }

    /** Ends when the last command under way has. */
    @Override
    public void close() {
        uses.replace();
    }

    private void end() {
        try {
            context.close();
        } catch (Exception e) {
            LOG.warn("adapters did not close cleanly: {}", e.getClass().getSimpleName());
        }
    }
}
