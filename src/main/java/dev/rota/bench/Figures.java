package dev.rota.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run measured.
 *
 * @param phases the same measurements with nothing stored, and with a great deal where that was asked for
 * @param sustained null when it was not asked for
 * @param searched null when it was not asked for
 */
record Figures(
        Machine machine,
        List<Phase> phases,
        @Nullable Sustained sustained,
        List<Delivered> delivered,
        Isolated isolated,
        Watched watched,
        Switched switched,
        Freed freed,
        @Nullable Searched searched,
        double decisionsPerSecond) {

    Figures {
        phases = List.copyOf(phases);
        delivered = List.copyOf(delivered);
    }

    /**
     * Where and how it was measured.
     *
     * @param load the machine's load average before the run; negative when it tells none
     * @param fileSystem the kind of the one that the database was on
     */
    record Machine(String command, String jdk, int cores, double load, String fileSystem) {}

    /** Everything that is measured while so many events are stored. */
    record Phase(long stored, List<Acknowledged> acknowledged, List<Steady> steady, Tickets tickets) {

        Phase {
            acknowledged = List.copyOf(acknowledged);
            steady = List.copyOf(steady);
        }
    }

    /** Milliseconds within which half, 95 %, 99 % and all of the answers came. */
    record Latency(double p50, double p95, double p99, double max) {}

    /** What a loop reached; errors are answers other than 200, or none at all. */
    record Speed(double perSecond, Latency latency, long errors) {}

    /**
     * The door beside its ceiling.
     *
     * @param ratio the door's rate by the ceiling's
     * @param cpuSeconds processor time of engine and database for 1,000 webhooks, with all the work behind the 200
     * @param behind what was left to do when the door had answered
     */
    record Acknowledged(int connections, Speed door, Speed ceiling, double ratio, double cpuSeconds, Drained behind) {}

    /**
     * Webhooks at a fixed rate, from the instant at which each should be sent.
     *
     * @param acknowledged until its 200
     * @param late until it was sent, which is part of all times and the generator's doing
     * @param ceiling until the ceiling's 200, at the same rate by the same generator; null when it was not asked
     */
    record Steady(
            int rate,
            long sent,
            long errors,
            Latency acknowledged,
            Latency late,
            @Nullable Speed ceiling,
            double cpuSeconds,
            Drained behind) {}

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
     * The long load.
     *
     * @param pendingAtEnd how many events were still to do when the last answer came
     * @param imbalance received less handled, parked and pending, in the ledger; 0 when it balances
     */
    record Sustained(Steady load, long seconds, long pendingAtEnd, long imbalance) {}

    /**
     * So many tickets, due all at once, some times over, as the helpdesk saw them come.
     *
     * @param perSecond the median of the rounds
     * @param slowest the least of them
     * @param missing how many did not come, in all rounds
     * @param again how many came more than once, in all rounds
     */
    record Delivered(
            String helpdesk, int tickets, int rounds, double perSecond, double slowest, long missing, long again) {}

    /**
     * Others beside a helpdesk that hangs, and without; medians of rounds in turns.
     *
     * @param hanging how many requests hung at a time
     */
    record Isolated(int hanging, int rounds, Beside calm, Beside hangs) {}

    /**
     * What others got.
     *
     * @param perSecond deliveries to a helpdesk that answers at once
     * @param acknowledged milliseconds within which half of the messages had their 200
     * @param arrived milliseconds within which half of them had a ticket
     * @param errors messages without a 200 or without a ticket, in all rounds
     */
    record Beside(double perSecond, double acknowledged, double arrived, long errors) {}

    /**
     * What people saw who had the desk open.
     *
     * @param open how many conversations were open
     * @param rate messages per second
     * @param seen how often a message was seen by somebody who should see it
     * @param unseen how often it was not
     * @param refused pages that did not come
     * @param visible from the instant at which a message should be sent until a list with it was there
     * @param opened until a conversation was there that somebody opened meanwhile
     * @param before live bytes on the engine's heap before
     * @param after live bytes afterwards
     */
    record Watched(
            int streams,
            int open,
            int rate,
            long seen,
            long unseen,
            long refused,
            Latency visible,
            Latency opened,
            long before,
            long after) {}

    /**
     * A switchover that hands over so many conversations, again and again.
     *
     * @param errors conversations that did not change hands, or did not come back
     * @param rehearsed until the answer that says who would get what
     * @param made until the answer that says that it is made
     * @param undone until the answer that says that all is as before
     */
    record Switched(int conversations, int rounds, long errors, Latency rehearsed, Latency made, Latency undone) {}

    /**
     * Places that become free, one after the other, while at least so many conversations wait.
     *
     * @param errors places after which whoever had waited longest was nobody's all the same
     * @param assigned from the command that frees a place until whoever has waited longest is seen to be somebody's
     */
    record Freed(int waiting, int places, long errors, Latency assigned) {}

    /**
     * Whether all work was done, and how long after the last send.
     *
     * @param left events and deliveries still to do
     * @param parked events and deliveries given up
     */
    record Drained(boolean all, double seconds, long left, long parked) {}

    /**
     * First pages, from the request to the whole answer over HTTP.
     *
     * @param messages how many were said before
     * @param takenIn seconds after the last one was stored until all their words were taken in
     * @param rare words that stand in few messages
     * @param common words that stand in many
     * @param commonTwo two words that stand in many
     * @param mixed a word that stands in many, and one that stands in few
     * @param history the newest page of a customer with four chapters
     */
    record Searched(
            int messages,
            double takenIn,
            Latency rare,
            Latency common,
            Latency commonTwo,
            Latency mixed,
            Latency history) {}
}
