package dev.rota.routing;

import java.util.Locale;

/** How urgent a conversation is within its queue, in ascending order. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** The name used in routes, files and the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The priority of that label.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Priority of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
