package dev.rota.conversation;

import dev.rota.desk.Status;
import dev.rota.routing.Priority;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations to list; null asks for any.
 *
 * @param agent the name of the present owner
 * @param number the name of the company's number
 * @param q part of the protocol, of the customer's name or of the customer's phone
 * @param further what narrows it further
 * @param cursor where the page begins: {@link Page#next} of the page before
 * @param limit how many conversations a page holds, from 1 to {@link #MOST}
 */
public record Filter(
        @Nullable Status status,
        @Nullable String queue,
        @Nullable String agent,
        @Nullable String number,
        @Nullable String q,
        Further further,
        @Nullable String cursor,
        int limit) {

    /**
     * What narrows a list further.
     *
     * @param priority the one priority
     * @param asked whether the customer must be waiting for an answer
     * @param before the state must have begun before that instant
     * @param due the answer must be due until that instant
     * @param team the conversation must be in a queue that the team of that name serves
     */
    public record Further(
            @Nullable Priority priority,
            boolean asked,
            @Nullable Instant before,
            @Nullable Instant due,
            @Nullable String team) {

        /** Nothing more is asked for. */
        public static final Further NONE = new Further(null, false, null, null, null);

        /** The same, of the priority of that label; empty when there is none. */
        public Optional<Further> priority(String label) {
            return Arrays.stream(Priority.values())
                    .filter(one -> one.label().equals(label))
                    .map(one -> new Further(one, asked, before, due, team))
                    .findAny();
        }

        /** The same, of those who wait for an answer. */
        public Further unanswered() {
            return new Further(priority, true, before, due, team);
        }

        /** The same, of what has been so since before that instant. */
        public Further since(Instant instant) {
            return new Further(priority, asked, instant, due, team);
        }

        /** The same, of those whose answer is due until that instant, or should have come. */
        public Further due(Instant instant) {
            return new Further(priority, asked, before, instant, team);
        }

        /** The same, of what a team serves. */
        public Further of(String name) {
            return new Further(priority, asked, before, due, name);
        }
    }

    /** The usual size of a page. */
    public static final int USUAL = 50;

    /** The greatest size of a page. */
    public static final int MOST = 200;

    /** Every conversation, from which the others are made. */
    public static final Filter NONE = new Filter(null, null, null, null, null, Further.NONE, null, USUAL);

    public Filter {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is " + limit + "; expected 1 to " + MOST);
        }
        queue = comparable(queue);
        agent = comparable(agent);
        number = comparable(number);
        q = comparable(q);
    }

    /** PostgreSQL refuses U+0000, and stores U+FFFD in its place. */
    private static @Nullable String comparable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    public Filter withStatus(@Nullable Status status) {
        return new Filter(status, queue, agent, number, q, further, cursor, limit);
    }

    public Filter withQueue(@Nullable String queue) {
        return new Filter(status, queue, agent, number, q, further, cursor, limit);
    }

    public Filter withAgent(@Nullable String agent) {
        return new Filter(status, queue, agent, number, q, further, cursor, limit);
    }

    public Filter withNumber(@Nullable String number) {
        return new Filter(status, queue, agent, number, q, further, cursor, limit);
    }

    public Filter withQ(@Nullable String q) {
        return new Filter(status, queue, agent, number, q, further, cursor, limit);
    }

    public Filter withFurther(Further further) {
        return new Filter(status, queue, agent, number, q, further, cursor, limit);
    }

    public Filter withCursor(@Nullable String cursor) {
        return new Filter(status, queue, agent, number, q, further, cursor, limit);
    }

    public Filter withLimit(int limit) {
        return new Filter(status, queue, agent, number, q, further, cursor, limit);
    }
}
