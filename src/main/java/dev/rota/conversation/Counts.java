package dev.rota.conversation;

/**
 * How many conversations a viewer finds.
 *
 * @param mine in progress, owned by the viewer
 * @param team in progress, whoever owns them
 * @param closed counted up to {@link #MOST_CLOSED}, which stands for that many or more
 */
public record Counts(int waiting, int mine, int team, int closed) {

    /** Closed conversations are kept for ever; counting on would only get slower. */
    public static final int MOST_CLOSED = 1000;

    /** The same to somebody who is responsible for so many. */
    Counts of(int own) {
        return new Counts(waiting, own, team, closed);
    }
}
