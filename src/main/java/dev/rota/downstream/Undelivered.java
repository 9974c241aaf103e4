package dev.rota.downstream;

import dev.rota.desk.DeliveryOutcome;

/** Why a question to a helpdesk came to nothing: one of the closed list, in words that follow the helpdesk's name. */
public final class Undelivered extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient DeliveryOutcome outcome;

    /** @param outcome any but a success */
    public Undelivered(DeliveryOutcome outcome) {
        super(outcome.getClass().getSimpleName(), null, false, false);
        this.outcome = outcome;
    }

    public DeliveryOutcome outcome() {
        return outcome;
    }
}
