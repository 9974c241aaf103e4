package dev.rota.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** The one of that label. */
    public static Optional<Measure> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findAny();
    }
}
