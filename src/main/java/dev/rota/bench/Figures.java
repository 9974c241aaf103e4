package dev.rota.bench;

import java.util.List;

/** What a run measured. */
record Figures(Machine machine, List<Acknowledged> acknowledged, Tickets tickets, double decisionsPerSecond) {

    Figures {
        acknowledged = List.copyOf(acknowledged);
    }

    /**
     * Where and how it was measured.
     *
     * @param load the machine's load average before the run; negative when it tells none
     * @param fileSystem the kind of the one that the database was on
     */
    record Machine(String command, String jdk, int cores, double load, String fileSystem) {}

    /** Milliseconds within which half, 99 % and all of the answers came. */
    record Latency(double p50, double p99, double max) {}

    /** What a closed loop reached; errors are answers other than 200, or none at all. */
    record Speed(double perSecond, Latency latency, long errors) {}

    /**
     * The door beside its ceiling.
     *
     * @param ratio the door's rate by the ceiling's
     * @param behind what was left to do when the door had answered
     */
    record Acknowledged(int connections, Speed door, Speed ceiling, double ratio, Drained behind) {}

    /**
     * From the instant at which a message should be sent.
     *
     * @param acknowledged until the door's 200
     * @param arrived until its ticket was at the helpdesk
     * @param tickets how many customers have one
     * @param again how many were brought once more
     */
    record Tickets(
            int rate,
            int sent,
            long errors,
            int tickets,
            int again,
            Latency acknowledged,
            Latency arrived,
            Drained behind) {}

    /**
     * Whether all work was done, and how long after the last send.
     *
     * @param left events and deliveries still to do
     * @param parked events and deliveries given up
     */
    record Drained(boolean all, double seconds, long left, long parked) {}
}
