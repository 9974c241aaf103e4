package dev.rota.assignment;

import dev.rota.desk.Agent;
import dev.rota.desk.Handout;
import dev.rota.desk.Silence;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An agent of a queue's teams, as the choice sees them.
 *
 * @param offReason why the agent can be given nothing now, in a sentence; null when they are at work
 * @param load what is theirs now
 */
public record Candidate(Agent agent, @Nullable String offReason, Load load) {

    /** Somebody with so many conversations, all of which go on. */
    public Candidate(Agent agent, @Nullable String offReason, int open) {
        this(agent, offReason, Load.of(open));
    }

    String name() {
        return agent.name();
    }

    boolean isThere() {
        return offReason == null;
    }

    /** Whether one conversation more keeps within the agent's capacity, and within the queue's. */
    public boolean hasRoom(Handout handout) {
        return isThere() && fitsAgent() && fitsQueue(handout);
    }

    /** Why they are out: not there, or full. */
    String whyOut(Handout handout) {
        return offReason != null ? offReason : fullness(handout);
    }

    /** How much they have of what they may have, for somebody without room. */
    public String fullness(Handout handout) {
        if (fitsAgent() && !fitsQueue(handout)) {
            return "has " + load.here() + " of " + handout.capacity() + " conversations of this queue";
        }
        return load.weight() == load.open() * Silence.WHOLE
                ? "has " + load.open() + " of " + agent.capacity() + " conversations"
                : "has " + load.open() + " conversations, which weigh " + weight() + " of " + agent.capacity();
    }

    /** The load in conversations: {@code 3}, or {@code 2.5} where some are silent. */
    String weight() {
        return BigDecimal.valueOf(load.weight(), 2).stripTrailingZeros().toPlainString();
    }

    private boolean fitsAgent() {
        return load.weight() + Silence.WHOLE <= agent.capacity() * Silence.WHOLE;
    }

    private boolean fitsQueue(Handout handout) {
        var capacity = handout.capacity();
        return capacity == null || load.here() < capacity;
    }
}
