package dev.rota.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what the lines of a report are told apart. */
public enum Grouping {
    /** Who answered, or closed. */
    AGENT,
    /** The queue in which the conversation was then. */
    QUEUE,
    /** The company's number. */
    NUMBER,
    /** The team of who answered, or closed. */
    TEAM;

    /** The name in addresses and in the message bundle. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that label. */
    public static Optional<Grouping> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findAny();
    }
}
