package dev.rota.desk;

import java.util.Locale;

/** What somebody may do. */
public enum Role {
    /** Takes and answers conversations of the own team's queues. */
    AGENT,
    /** Sees and moves everything of the teams supervised. */
    SUPERVISOR,
    /** Sees everything, and plans switchovers. */
    OPERATIONS,
    /** Sees everything but changes nothing. */
    ENGINEER,
    /** Sees everything but changes nothing. */
    AUDITOR,
    /** May do everything. */
    ADMIN;

    /** The name used in files, the environment and the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the role sees the conversations of all teams. */
    public boolean seesAll() {
        return this != AGENT && this != SUPERVISOR;
    }
}
