package dev.rota.assignment;

import dev.rota.desk.Silence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an agent has to do, as one queue sees it.
 *
 * @param open how many conversations are theirs
 * @param weight what these weigh together, in hundredths of a conversation that goes on
 * @param here how many of them are in the queue that asks
 * @param turn grows with each conversation that this queue gives to anybody; 0 while it has given them none
 * @param idleSince when they last took or gave up a conversation; null when they never did
 */
public record Load(int open, int weight, int here, long turn, @Nullable Instant idleSince) {

    /** So many conversations of other queues, all of which go on. */
    public static Load of(int open) {
        return new Load(open, open * Silence.WHOLE, 0, 0, null);
    }
}
