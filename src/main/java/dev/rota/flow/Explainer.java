package dev.rota.flow;

import dev.rota.conversation.Explanation;
import dev.rota.desk.Rules;
import dev.rota.routing.Imagined;
import java.util.function.Supplier;

/** Explains what would become of an imagined message by the rules in force. */
public final class Explainer {

    private final Supplier<Rules> rules;

    public Explainer(Supplier<Rules> rules) {
        this.rules = rules;
    }

    /**
     * Explains a message that nobody has written; nothing is looked up and nothing is kept.
     *
     * @throws IllegalArgumentException when there is no such number
     */
    public Explanation explain(Imagined imagined) {
        return new Imagination(rules.get()).foresee(imagined).explanation();
    }
}
