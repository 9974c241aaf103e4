package dev.rota.desk;

/** Who of those at work with room is given a conversation. */
public enum Strategy {
    /** Whoever has the least to do. */
    LEAST_LOADED,
    /** Each in turn: whoever the queue gave something longest ago. */
    ROUND_ROBIN,
    /** Whoever took or gave up a conversation longest ago, in any queue. */
    LONGEST_IDLE,
    /** Nobody: people take what waits, or a supervisor assigns it. */
    MANUAL,
    /** Nobody: a helpdesk says whose it is. */
    DOWNSTREAM;

    /** Whether Rota gives to nobody by itself. */
    public boolean leavesToOthers() {
        return this == MANUAL || this == DOWNSTREAM;
    }
}
