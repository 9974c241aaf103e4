package dev.rota.inquiry;

import org.jspecify.annotations.Nullable;

/**
 * What went on before with this customer, over all of the company's numbers; every part may be unknown.
 *
 * @param lastAgent who was responsible last
 * @param lastQueue the queue of the last conversation
 * @param openTickets how many conversations are not closed
 * @param countIn30Days how many conversations began in the last 30 days
 */
public record History(
        @Nullable String lastAgent,
        @Nullable String lastRequestType,
        @Nullable String lastQueue,
        @Nullable Integer openTickets,
        @Nullable Integer countIn30Days) {

    /** Nothing went on before. */
    public static final History NONE = new History(null, null, null, 0, 0);

    /** It is not known what went on before. */
    public static final History UNKNOWN = new History(null, null, null, null, null);
}
