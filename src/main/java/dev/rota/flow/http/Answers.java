package dev.rota.flow.http;

import dev.rota.desk.Answer;
import dev.rota.desk.SignatureRefused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what a caller is told, and counts it; nothing of a failure leaves the house but its status. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final Answer UNAVAILABLE = Answer.of(503);
    private static final Answer UNAUTHORIZED = Answer.of(401);

    private final MeterRegistry meters;
    private final Map<Integer, Counter> counters = new ConcurrentHashMap<>();
    private final AtomicBoolean failing = new AtomicBoolean();

    Answers(MeterRegistry meters) {
        this.meters = meters;
    }

    /** What the route answered; else what its failure means to the caller. */
    Answer of(Exchange exchange) {
        var failure = exchange.getException();
        if (failure == null && exchange.getMessage().getBody() instanceof Answer answer) {
            recovered();
            return answer;
        }
        if (exchange.getException(SignatureRefused.class) != null) {
            return UNAUTHORIZED;
        }
        failed(exchange, failure);
        return UNAVAILABLE;
    }

    /** Counts an answer that leaves. */
    void count(int status) {
        counters.computeIfAbsent(status, this::counter).increment();
    }

    private void failed(Exchange exchange, @Nullable Exception failure) {
        if (failing.compareAndSet(false, true)) {
            // The class alone: a message may hold what the caller sent.
            var name = failure == null ? "no answer" : failure.getClass().getName();
            LOG.warn("route {} failed with {}: callers get 503 and will come again", exchange.getFromRouteId(), name);
        }
    }

    private void recovered() {
        if (failing.get() && failing.compareAndSet(true, false)) {
            LOG.info("webhooks are accepted again");
        }
    }

    private Counter counter(int status) {
        return Counter.builder("rota.webhook.answers")
                .description("Answers given on the webhook port")
                .tag("status", Integer.toString(status))
                .register(meters);
    }
}
