package dev.rota.report;

import java.util.Locale;

/** The clock by which a time is measured. */
public enum Measure {
    /** Only while the queue was open, by its hours. */
    BUSINESS,
    /** All of it, nights and holidays too. */
    WALL;

    /** The name in addresses and in the message bundle. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
