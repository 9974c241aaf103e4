package dev.rota.desk;

/** When Rota says something by itself. */
public enum Occasion {
    /** A customer's message has come, and somebody will take it. */
    RECEIVED,
    /** A customer's message waits in a queue that is closed. */
    OUT_OF_HOURS,
    /** Somebody is responsible from now on. */
    ASSIGNED,
    /** The conversation has ended. */
    CLOSED;

    /** The key in {@code config/replies.yaml}. */
    public String label() {
        return switch (this) {
            case RECEIVED -> "received";
            case OUT_OF_HOURS -> "outOfHours";
            case ASSIGNED -> "assigned";
            case CLOSED -> "closed";
        };
    }
}
