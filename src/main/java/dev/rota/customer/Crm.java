package dev.rota.customer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rota.desk.Lookup;
import dev.rota.desk.Turn;
import dev.rota.inquiry.Customer;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks the company's CRM who a customer is, if it is set up, and uses an answer again for a while. */
public final class Crm {

    private static final String NAME = "CRM";
    private static final int MOST_KEPT = 10_000;

    private final Informant<CrmQuestion, Optional<Customer>> informant;
    private final Ticker ticker;
    private final Cache<Key, Kept> kept;

    /** @param after where the way of a message goes on after an answer */
    public Crm(Line<CrmQuestion> line, Executor after) {
        this(line, after, Informant.PATIENCE, Ticker.systemTicker());
    }

    Crm(Line<CrmQuestion> line, Executor after, CircuitBreakerConfig patience, Ticker ticker) {
        this.informant = new Informant<>(NAME, line, CrmReading::read, patience, after);
        this.ticker = ticker;
        this.kept = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .ticker(ticker)
                .expireAfter(Expiry.creating((Key key, Kept value) -> key.lookup.keep()))
                .build();
    }

    /** Whether there is one to ask. */
    public boolean isSetUp(Turn turn) {
        return lookup(turn) != null;
    }

    /** The turn with the customer as the CRM knows it, or without; within the deadline in any case. */
    public CompletableFuture<Turn> find(Turn turn) {
        var lookup = Objects.requireNonNull(lookup(turn), "a CRM is asked only if it is set up");
        var question = CrmQuestion.of(turn);
        var key = new Key(question.id(), lookup);
        var before = kept.getIfPresent(key);
        return before != null
                ? CompletableFuture.completedFuture(with(turn, again(before)))
                : informant.ask(question, lookup).thenApply(told -> with(turn, keep(key, told)));
    }

    private static @Nullable Lookup lookup(Turn turn) {
        return turn.rules().company().lookups().crm();
    }

    private Told<Optional<Customer>> keep(Key key, Told<Optional<Customer>> told) {
        if (told.answer() != null && !key.lookup.keep().isZero()) {
            kept.put(key, new Kept(told.answer(), ticker.read()));
        }
        return told;
    }

    private Told<Optional<Customer>> again(Kept before) {
        var age = TimeUnit.NANOSECONDS.toMillis(ticker.read() - before.since);
        return new Told<>(before.answer, NAME + " answered " + age / 1000 + " s ago, kept since", age);
    }

    private static Turn with(Turn turn, Told<Optional<Customer>> told) {
        var found = told.answer() == null ? null : told.answer().orElse(null);
        var customer = Customers.known(turn, found == null ? Customer.UNKNOWN : found);
        var isStranger = told.answer() != null && found == null;
        var source = isStranger ? told.source() + ": no such customer" : told.source();
        return turn.with(customer, new Told<>(found, source, told.ageMs()).fact("customer", customer.tier()));
    }

    /** Whom, and by which setting: another one may know another customer. */
    private record Key(String id, Lookup lookup) {

        @Override
        public String toString() {
            return "Key[]";
        }
    }

    /** An answer, and since when it is kept on the ticker. */
    private record Kept(Optional<Customer> answer, long since) {}
}
