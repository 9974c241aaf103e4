package dev.rota.desk;

import java.util.Locale;

/** Whether a conversation waits, is in progress with its one owner, or is closed. */
public enum Status {
    WAITING,
    IN_PROGRESS,
    CLOSED;

    /** The name used in the database, the API and tickets. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status of that label.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Status of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
