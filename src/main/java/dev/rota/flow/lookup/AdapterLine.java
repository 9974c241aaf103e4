package dev.rota.flow.lookup;

import dev.rota.customer.Line;
import dev.rota.customer.Unusable;
import dev.rota.desk.Lookup;
import dev.rota.flow.downstream.Adapters;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Asks through the adapter in force, which may block: so on a thread that may be, and not more often at once than agreed. */
final class AdapterLine<Q> implements Line<Q> {

    private final String adapter;
    private final Supplier<Adapters> adapters;
    private final Executor threads;
    private final AtomicInteger underWay = new AtomicInteger();

    /** @param threads may be blocked */
    AdapterLine(String adapter, Supplier<Adapters> adapters, Executor threads) {
        this.adapter = adapter;
        this.adapters = adapters;
        this.threads = threads;
    }

    @Override
    public CompletableFuture<Optional<Object>> ask(Q question, Lookup settings) {
        var most = settings.parallel();
        if (underWay.incrementAndGet() > most) {
            underWay.decrementAndGet();
            return CompletableFuture.failedFuture(Unusable.notAsked(most + " questions are under way"));
        }
        var answer = new CompletableFuture<Optional<Object>>();
        threads.execute(() -> {
            var unused = adapters.get().ask(adapter, question).whenComplete((found, failure) -> {
                underWay.decrementAndGet();
                if (failure == null) {
                    answer.complete(found);
                } else {
                    answer.completeExceptionally(causeOf(failure));
                }
            });
        });
        return answer;
    }

    /** What is worth telling: that an answer is of no use, else what went wrong in the end. */
    private static Throwable causeOf(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof Unusable || cause == null ? failure : causeOf(cause);
    }
}
