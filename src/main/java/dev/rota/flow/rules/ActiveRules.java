package dev.rota.flow.rules;

import dev.rota.desk.Rules;
import java.util.function.Supplier;

/** The rules that are in force. */
public final class ActiveRules implements Supplier<Rules>, AutoCloseable {

    private volatile RuleSet set;

    ActiveRules(RuleSet first) {
        this.set = first;
    }

    @Override
    public Rules get() {
        return set.rules();
    }

    @Override
    public void close() {
        set.close();
    }
}
