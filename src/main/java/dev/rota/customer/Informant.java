package dev.rota.customer;

import dev.rota.desk.Lookup;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody outside who is asked before a decision: never waited for longer than the deadline, by no thread, and left
 * alone for a while when too many questions have come to nothing. Whatever happens, the asking ends with a sentence.
 */
final class Informant<Q, A> {

    private static final Logger LOG = LoggerFactory.getLogger(Informant.class);

    /** Half of twenty questions in vain, and it is left alone for ten seconds; then three questions try it again. */
    static final CircuitBreakerConfig PATIENCE = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(10))
            .permittedNumberOfCallsInHalfOpenState(3)
            .build();

    private final String name;
    private final Line<Q> line;
    private final Reading<Q, A> reading;
    private final CircuitBreaker breaker;
    private final Executor after;

    /**
     * An informant who has not been asked yet.
     *
     * @param name as sentences call it
     * @param after where the way of a message goes on after an answer, or after the deadline
     */
    Informant(String name, Line<Q> line, Reading<Q, A> reading, CircuitBreakerConfig patience, Executor after) {
        this.name = name;
        this.line = line;
        this.reading = reading;
        this.breaker = CircuitBreaker.of(name, patience);
        this.after = after;
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.warn("{}: {}", name, said(event.getStateTransition())));
    }

    private static String said(CircuitBreaker.StateTransition transition) {
        return switch (transition.getToState()) {
            case OPEN -> "too many questions came to nothing, so it is left alone for some seconds";
            case HALF_OPEN -> "some questions try whether it answers again";
            default -> "it answers again";
        };
    }

    /** Makes something of an answer as it came. */
    @FunctionalInterface
    interface Reading<Q, A> {

        /**
         * Reads an answer.
         *
         * @throws Unusable when it is not what was asked for
         */
        A read(Q question, Optional<Object> answer);
    }

    /** Asks; the future always ends well, and in time. */
    CompletableFuture<Told<A>> ask(Q question, Lookup settings) {
        if (!breaker.tryAcquirePermission()) {
            return CompletableFuture.completedFuture(nothing(Unusable.notAsked("circuit open"), 0));
        }
        var start = System.nanoTime();
        return line.ask(question, settings)
                .thenApply(answer -> reading.read(question, answer))
                .orTimeout(settings.deadline().toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(answer -> answered(answer, System.nanoTime() - start))
                .exceptionally(failure -> nothing(causeOf(failure), System.nanoTime() - start))
                .thenApplyAsync(told -> told, after);
    }

    private Told<A> answered(A answer, long nanos) {
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        var millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        return new Told<>(answer, name + " answered in " + millis + " ms", millis);
    }

    private Told<A> nothing(Throwable failure, long nanos) {
        if (failure instanceof Unusable unusable && !unusable.wasAsked()) {
            breaker.releasePermission();
        } else {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
        }
        var source = name + " " + did(failure) + ", default used";
        return new Told<>(null, source, TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException
                ? Objects.requireNonNullElse(failure.getCause(), failure)
                : failure;
    }

    private static String did(Throwable failure) {
        if (failure instanceof Unusable unusable) {
            return String.valueOf(unusable.getMessage());
        }
        if (failure instanceof TimeoutException || failure instanceof SocketTimeoutException) {
            return "timed out";
        }
        if (failure instanceof SocketException || failure instanceof UnknownHostException) {
            return "can't be reached";
        }
        if (failure instanceof IllegalStateException) {
            return "could not be asked";
        }
        return failure instanceof IOException ? "broke off" : "answered what its Kamelet can't read";
    }
}
