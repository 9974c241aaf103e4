package dev.rota.customer;

import dev.rota.desk.Lookup;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The way to somebody who can answer. */
@FunctionalInterface
public interface Line<Q> {

    /**
     * Asks, and returns at once. The future ends with the answer as it came, which may be none or lie, with
     * {@link Unusable}, or with whatever went wrong; that it ends in time is not promised.
     */
    CompletableFuture<Optional<Object>> ask(Q question, Lookup settings);
}
