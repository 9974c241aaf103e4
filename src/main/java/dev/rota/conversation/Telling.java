package dev.rota.conversation;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Tells everybody who must know of changes, in their transaction: the customer, downstreams, and the screens. */
final class Telling {

    private final AutomaticAnswers answers;
    private final Tickets tickets;
    private final Records records;
    private final Clock clock;

    Telling(AutomaticAnswers answers, Tickets tickets, Records records, Clock clock) {
        this.answers = answers;
        this.tickets = tickets;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Tells of changes and of what was said.
     *
     * @param changes the last step of each conversation that has changed
     * @param said the conversation of each new message, by message id
     */
    void tell(Collection<Change> changes, Map<Long, Long> said) {
        var all = new HashMap<>(said);
        all.putAll(answers.tell(changes, clock.instant()));
        tickets.tell(changes, all);
        records.touch(changes.stream().map(Change::conversation).toList());
        records.touch(all.values());
    }
}
