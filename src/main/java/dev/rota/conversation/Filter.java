package dev.rota.conversation;

import dev.rota.desk.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations to list; null asks for any.
 *
 * @param agent the name of the present owner
 * @param number the name of the company's number
 * @param q part of the protocol, of the customer's name or of the customer's phone
 * @param cursor where the page begins: {@link Page#next} of the page before
 * @param limit how many conversations a page holds, from 1 to {@link #MOST}
 */
public record Filter(
        @Nullable Status status,
        @Nullable String queue,
        @Nullable String agent,
        @Nullable String number,
        @Nullable String q,
        @Nullable String cursor,
        int limit) {

    /** The usual size of a page. */
    public static final int USUAL = 50;

    /** The greatest size of a page. */
    public static final int MOST = 200;

    /** Every conversation, from which the others are made. */
    public static final Filter NONE = new Filter(null, null, null, null, null, null, USUAL);

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
        return new Filter(status, queue, agent, number, q, cursor, limit);
    }

    public Filter withQueue(@Nullable String queue) {
        return new Filter(status, queue, agent, number, q, cursor, limit);
    }

    public Filter withAgent(@Nullable String agent) {
        return new Filter(status, queue, agent, number, q, cursor, limit);
    }

    public Filter withNumber(@Nullable String number) {
        return new Filter(status, queue, agent, number, q, cursor, limit);
    }

    public Filter withQ(@Nullable String q) {
        return new Filter(status, queue, agent, number, q, cursor, limit);
    }

    public Filter withCursor(@Nullable String cursor) {
        return new Filter(status, queue, agent, number, q, cursor, limit);
    }

    public Filter withLimit(int limit) {
        return new Filter(status, queue, agent, number, q, cursor, limit);
    }
}
