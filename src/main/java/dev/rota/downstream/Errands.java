package dev.rota.downstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Ticket;

/** Carries out commands at helpdesks that have to be asked in several steps. */
public final class Errands {

    private final ObjectMapper json;

    /** @param json writes questions: instants as ISO 8601 */
    public Errands(ObjectMapper json) {
        this.json = json;
    }

    /** Brings a command to a helpdesk, and says what came of it. */
    public DeliveryOutcome carryOut(Ticket command, int attempt, Counterpart counterpart) {
        try {
            return new Errand(command, attempt, counterpart, json).run();
        } catch (Undelivered e) {
            return naming(counterpart.name(), e.outcome());
        }
    }

    private static DeliveryOutcome naming(String name, DeliveryOutcome outcome) {
        if (outcome instanceof Retry retry) {
            return new Retry(name + " " + retry.reason(), retry.after());
        }
        if (outcome instanceof Closed closed) {
            return new Closed(name + " " + closed.reason(), closed.after());
        }
        if (outcome instanceof Refused refused) {
            return new Refused(name + " " + refused.reason());
        }
        if (outcome instanceof Ambiguous ambiguous) {
            return new Ambiguous(name + " " + ambiguous.reason(), ambiguous.repeatable());
        }
        return (Delivered) outcome;
    }
}
