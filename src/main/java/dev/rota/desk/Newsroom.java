package dev.rota.desk;

/** Does in conversations what downstreams tell of their tickets, each piece of news once. */
@FunctionalInterface
public interface Newsroom {

    /**
     * Does it in one transaction, which also keeps its key.
     *
     * @throws TryAgain when the conversation changed meanwhile
     */
    NewsOutcome hear(TicketNews news);
}
