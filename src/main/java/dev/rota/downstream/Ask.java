package dev.rota.downstream;

import java.util.Arrays;
import java.util.Optional;

/** The small questions that an errand puts to the adapter of a helpdesk; each is one request there, or none. */
public enum Ask {
    /** Which tickets carry our reference. */
    FIND("find", false),
    /** Which people there carry our reference of the customer. */
    CUSTOMER("customer", false),
    NEW_CUSTOMER("newCustomer", true),
    CREATE("create", true),
    /** Owner, status and whatever else may have changed. */
    CHANGE("change", true),
    /** The status, where it takes a request of its own. */
    STATUS("status", true),
    /** One message, or one note. */
    SAY("say", true),
    /** Which of our messages the ticket holds already. */
    HISTORY("history", false);

    private final String label;
    private final boolean writes;

    Ask(String label, boolean writes) {
        this.label = label;
        this.writes = writes;
    }

    /** The name that Kamelets use. */
    public String label() {
        return label;
    }

    /** Whether something is different there afterwards. */
    public boolean writes() {
        return writes;
    }

    /** The question of that name. */
    public static Optional<Ask> of(String label) {
        return Arrays.stream(values()).filter(ask -> ask.label.equals(label)).findAny();
    }
}
