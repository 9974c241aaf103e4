package dev.rota.desk;

import java.util.Locale;

/** How far a message of ours has come; a status only climbs, in whatever order the news arrives. */
public enum MessageStatus {
    UNKNOWN(0),
    QUEUED(0),
    SENT(1),
    FAILED(2),
    DELIVERED(3),
    READ(4),
    PLAYED(5);

    private final int rank;

    MessageStatus(int rank) {
        this.rank = rank;
    }

    /** The place on the ladder, from 0. */
    public int rank() {
        return rank;
    }

    /** The name used by Meta, the database and the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
