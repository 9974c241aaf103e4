package dev.rota.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for; all of it must hold.
 *
 * @param terms words and phrases of the message
 * @param name a part of the customer's name
 * @param phone digits of the customer's phone
 * @param protocol the protocol of the conversation from its beginning, or the number that it ends with
 * @param number the name of the company's number
 * @param queue the name of the queue in which the conversation is
 * @param owner the agent who has the conversation, {@code me}, or {@code none}
 */
public record Query(
        List<Term> terms,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String protocol,
        @Nullable String number,
        @Nullable String queue,
        @Nullable String owner) {

    /** The most characters that are read. */
    public static final int LONGEST = 500;

    /** The most words and phrases. */
    public static final int MOST_TERMS = 16;

    /** The value of {@code owner} for what nobody has. */
    public static final String NONE = "none";

    /** The value of {@code owner} for what the reader has. */
    public static final String ME = "me";

    public Query {
        terms = List.copyOf(terms);
    }

    /**
     * Reads what was typed: words, {@code "phrases"}, {@code begin*} and filters such as {@code name:maria}.
     *
     * @throws Unsearchable when nothing can be looked for
     */
    public static Query of(String typed) {
        return new QueryReader(typed).read();
    }

    /** Whether it asks for certain customers or conversations. */
    public boolean isOfFew() {
        return name != null || phone != null || protocol != null;
    }

    @Override
    public String toString() {
        return "Query[" + terms.size() + " terms]";
    }
}
