package dev.rota.inquiry;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What operations have said for a time, whatever the rules say: where these facts are so, the conversation goes to that
 * queue.
 *
 * @param match what each fact has to be, by its name as rules write it; all of them
 * @param until when it ends by itself
 * @param by who said so
 * @param reason why, in words
 */
public record RoutingOverride(
        long id, SortedMap<String, String> match, String queue, Instant from, Instant until, String by, String reason) {

    public RoutingOverride {
        match = Collections.unmodifiableSortedMap(new TreeMap<>(match));
    }

    /** One that is not in force: to see what it would do. */
    public static RoutingOverride proposed(
            Map<String, String> match, String queue, Instant from, Instant until, String by, String reason) {
        return new RoutingOverride(0, new TreeMap<>(match), queue, from, until, by, reason);
    }

    /** Whether it holds at that time, unless somebody has ended it before. */
    public boolean isInForce(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
