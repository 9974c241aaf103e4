package dev.rota.routing;

import java.util.Arrays;
import java.util.Locale;

/** How urgent a conversation is within its queue, in ascending order. */
public enum Priority {
    LOW(0),
    NORMAL(1),
    HIGH(2),
    URGENT(3);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** Its place in the order, from 0; stored, so it never changes. */
    public int rank() {
        return rank;
    }

    /**
     * The priority of that rank.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Priority ofRank(int rank) {
        return Arrays.stream(values())
                .filter(priority -> priority.rank == rank)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no priority has rank " + rank));
    }

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
