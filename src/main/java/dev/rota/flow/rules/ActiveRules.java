package dev.rota.flow.rules;

import dev.rota.desk.Rules;
import dev.rota.flow.downstream.Adapters;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rules that are in force on this engine. Within a transaction they are those that it began with: whatever asks for
 * the company while something is committed hears of one company.
 */
public final class ActiveRules implements Supplier<Rules>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ActiveRules.class);

    private final AtomicLong swaps = new AtomicLong();
    private volatile InForce now;

    ActiveRules(InForce first) {
        this.now = first;
        tell(first);
    }

    @Override
    public Rules get() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return now.set().rules();
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Rules begunWith) {
            return begunWith;
        }
        var rules = now.set().rules();
        TransactionSynchronizationManager.registerSynchronization(new Pin(rules));
        return rules;
    }

    /** What is in force, and since when. */
    InForce now() {
        return now;
    }

    /** The adapters in force. */
    public Adapters adapters() {
        return now.set().adapters();
    }

    /** Puts other rules into force; those before end when what they have begun has ended. */
    synchronized void swap(InForce next) {
        var before = now;
        now = next;
        if (before.set() != next.set()) {
            before.set().close();
        }
        if (before.swap().id() != next.swap().id()) {
            swaps.incrementAndGet();
            tell(next);
        }
    }

    /** How often others have come into force. */
    long swaps() {
        return swaps.get();
    }

    private static void tell(InForce next) {
        var swap = next.swap();
        log.info("rules {} are in force, which {} proposed at {}", swap.rules(), swap.engine(), swap.at());
    }

    @Override
    public void close() {
        now.set().close();
    }

    /** Rules with the swap that put them into force. */
    record InForce(Swap swap, RuleSet set) {}

    /** Holds a transaction's rules until it has ended. */
    private final class Pin implements TransactionSynchronization {

        private final Rules rules;

        Pin(Rules rules) {
            this.rules = rules;
            resume();
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ActiveRules.this, rules);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ActiveRules.this);
        }

        @Override
        public void afterCompletion(int status) {
            suspend();
        }
    }
}
