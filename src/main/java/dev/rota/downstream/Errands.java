package dev.rota.downstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Ticket;
import java.time.Clock;

/** Carries out commands at helpdesks that have to be asked in several steps. */
public final class Errands {

    /** Pays for requests beyond the first of a delivery, where they are counted. */
    @FunctionalInterface
    public interface Bill {
        void charge(String downstream, int requests);
    }

    private final ObjectMapper json;
    private final Bill bill;
    private final Clock clock;

    /**
     * @param json writes questions: instants as ISO 8601
     * @param clock tells when an errand takes too long
     */
    public Errands(ObjectMapper json, Bill bill, Clock clock) {
        this.json = json;
        this.bill = bill;
        this.clock = clock;
    }

    /** Brings a command to a helpdesk, and says what came of it. */
    public DeliveryOutcome carryOut(Ticket command, int attempt, Counterpart counterpart) {
        var errand = new Errand(command, attempt, counterpart, json, clock);
        try {
            return errand.run();
        } catch (Undelivered e) {
            return naming(counterpart.name(), e.outcome());
        } finally {
            if (errand.requests() > 1) {
                bill.charge(counterpart.name(), errand.requests() - 1);
            }
        }
    }

    /** The same failure in a sentence that begins with who it was. */
    public static DeliveryOutcome naming(String name, DeliveryOutcome outcome) {
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
