package dev.rota.desk;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where conversations of one kind wait for a team.
 *
 * @param skill a skill whose holders are asked first, or null
 * @param hours the calendar that says when the queue is open; null when it always is
 * @param reopenWithin how long after closing a message reopens its conversation
 * @param downstreams the helpdesks and CRMs that learn of its assignments
 * @param atShiftEnd what becomes of open conversations whose agent's shift is over
 * @param answer how soon its customers are to be answered
 * @param overflow where a conversation goes that has waited too long, or null
 * @param handout how what waits is handed out
 * @param patience what happens when a customer has to wait too long
 */
public record Queue(
        String name,
        String title,
        Set<String> teams,
        @Nullable String skill,
        @Nullable String hours,
        Duration reopenWithin,
        List<String> downstreams,
        ShiftEnd atShiftEnd,
        ResponseTimes answer,
        @Nullable Overflow overflow,
        Handout handout,
        Patience patience) {

    public Queue {
        teams = Set.copyOf(teams);
        downstreams = List.copyOf(downstreams);
    }

    /** A queue without targets or overflow, whose agents keep what they have until the customer writes again. */
    public Queue(
            String name,
            String title,
            Set<String> teams,
            @Nullable String skill,
            @Nullable String hours,
            Duration reopenWithin,
            List<String> downstreams) {
        this(
                name,
                title,
                teams,
                skill,
                hours,
                reopenWithin,
                downstreams,
                new ShiftEnd.Keep(),
                ResponseTimes.NONE,
                null,
                Handout.PLAIN,
                Patience.ENDLESS);
    }
}
