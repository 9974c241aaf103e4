package dev.rota.panel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of the floor. What is public here is what the template calls.
 *
 * @param clock the time of the figures, as a clock on the wall shows it
 * @param number the number that narrows them; null for all
 * @param team the team that narrows them; null for all
 * @param effect what ending somebody's break would do; null when that is not asked
 * @param unknown what of the address is nothing that the viewer sees, {@code number} or {@code team}; null when all is
 */
record FloorView(
        Instant at,
        String clock,
        @Nullable String number,
        @Nullable String team,
        @Nullable Unknown unknown,
        List<Figure> figures,
        List<QueueLine> queues,
        List<AgentLine> agents,
        List<ConversationView.Option> numbers,
        List<ConversationView.Option> teams,
        @Nullable Effect effect) {

    FloorView {
        figures = List.copyOf(figures);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        numbers = List.copyOf(numbers);
        teams = List.copyOf(teams);
    }

    /** Whether the figures are of a part only, so that the whole has to be said beside them. */
    public boolean narrowed() {
        return number != null || team != null;
    }

    /** Whether there is something to do for the viewer. */
    public boolean acts() {
        return agents.stream().anyMatch(line -> line.act() != null);
    }

    /**
     * What ending a break would do.
     *
     * @param free how many conversations the agent could take
     * @param waiting how many wait in the queues that their team serves
     */
    record Effect(String agent, String title, int free, int waiting) {}

    /** A name in the address that says nothing to the viewer. */
    record Unknown(String field, String value) {}

    /**
     * One of the six figures.
     *
     * @param key the name in the message bundle
     * @param total the same of everything that the viewer sees
     * @param presses whether somebody should see to it
     * @param rows the addresses of what it counts; empty where the viewer may not go there
     * @param detail how old the oldest is of what it counts; null when that is not told
     */
    record Figure(String key, String value, String total, boolean presses, List<Rows> rows, @Nullable String detail) {

        Figure {
            rows = List.copyOf(rows);
        }
    }

    /** Some rows of a figure: the word in the message bundle, how many, and where. */
    record Rows(String key, String count, String page) {}

    /**
     * A switchover to come.
     *
     * @param ending the shift that ends; null when none does
     * @param beginning the shift that begins; null when none does
     */
    record NextEdge(String at, @Nullable String ending, @Nullable String beginning) {

        /** The end of the name in the message bundle. */
        public String kind() {
            return ending == null ? "begins" : beginning == null ? "ends" : "changes";
        }
    }

    /**
     * A queue.
     *
     * @param oldest how long its oldest waits; null when none does
     * @param onShift people who serve it and are on shift
     * @param free how many more conversations those of them could take who are there
     * @param edge the next switchover of its calendar within a day; null when there is none
     * @param inTime of the customers who wait for an answer, how many per cent are not late; null when none is measured
     * @param state {@code open}, {@code paused}, {@code closed} or {@code stopped}, which is closed by an exception
     * @param until when that ends; null when not within a day
     * @param pausePage where a pause of it is made and ended; null for who may not
     */
    record QueueLine(
            String name,
            String title,
            int waiting,
            @Nullable String oldest,
            int inProgress,
            int onShift,
            int free,
            @Nullable NextEdge edge,
            @Nullable Integer inTime,
            String state,
            @Nullable String until,
            @Nullable String pausePage,
            String waitingPage,
            String progressPage) {}

    /**
     * An agent.
     *
     * @param state {@code available}, {@code break}, {@code away}, {@code off} or {@code leave}
     * @param until when that ends; null when unknown
     * @param load what their conversations weigh together
     * @param silent how long the customer waits who has waited longest; null when none does
     * @param p50 how long the customers waited for a first answer today; null without any
     * @param share how many per cent of what the team was given today; null when it was given nothing
     * @param act what the viewer may do: {@code back} ends a break, {@code undo} goes back to it; null for nothing
     * @param fair how many per cent it would be by capacity among those on shift; null for who is not
     */
    record AgentLine(
            String name,
            String title,
            String team,
            String state,
            @Nullable String until,
            String load,
            int capacity,
            boolean full,
            int asking,
            @Nullable String silent,
            @Nullable String p50,
            @Nullable String p90,
            @Nullable Integer share,
            @Nullable Integer fair,
            String page,
            @Nullable String act) {}
}
