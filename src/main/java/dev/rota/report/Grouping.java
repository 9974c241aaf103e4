package dev.rota.report;

import java.util.Locale;

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
}
