package dev.rota.assignment;

import dev.rota.desk.Presence;
import dev.rota.desk.Silence;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent does, and has said of being there.
 *
 * @param open how many conversations are theirs
 * @param weight what these weigh together, in hundredths of a conversation that goes on
 * @param idleSince when they last took or gave up a conversation; null when they never did
 * @param presence what was last declared of them; null when nothing was
 * @param here how many conversations they have of a queue, by queue, where it matters
 * @param turns which turn of a queue was theirs last, by queue, where it matters
 */
public record AgentNow(
        int open,
        int weight,
        @Nullable Instant idleSince,
        @Nullable Presence presence,
        Map<String, Integer> here,
        Map<String, Long> turns) {

    /** Somebody who has had nothing to do yet. */
    public static final AgentNow IDLE = of(0);

    public AgentNow {
        here = Map.copyOf(here);
        turns = Map.copyOf(turns);
    }

    /** Somebody with so many conversations, all of which go on. */
    public static AgentNow of(int open) {
        return new AgentNow(open, open * Silence.WHOLE, null, null, Map.of(), Map.of());
    }

    /** The same with what is known of some queues: how much of them they have, and which turn was theirs. */
    public AgentNow in(Map<String, Integer> counts, Map<String, Long> lastTurns) {
        return new AgentNow(open, weight, idleSince, presence, counts, lastTurns);
    }

    /** The same as that queue sees it. */
    public Load load(String queue) {
        return new Load(open, weight, here.getOrDefault(queue, 0), turns.getOrDefault(queue, 0L), idleSince);
    }

    /** The same with one conversation more. */
    AgentNow taking(Instant at) {
        return new AgentNow(open + 1, weight + Silence.WHOLE, at, presence, here, turns);
    }

    AgentNow oneMoreOf(String queue) {
        return new AgentNow(
                open, weight, idleSince, presence, with(here, queue, here.getOrDefault(queue, 0) + 1), turns);
    }

    AgentNow turn(String queue, long turn) {
        return new AgentNow(open, weight, idleSince, presence, here, with(turns, queue, turn));
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        var changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
