package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Delivery.Kind;
import dev.rota.desk.Outgoing;
import dev.rota.desk.Sent;
import dev.rota.desk.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells downstreams what became of conversations: puts the canonical commands into the outbox. */
final class Tickets {

    private static final String TOLD =
            """
            SELECT DISTINCT conversation, downstream FROM delivery
            WHERE conversation = ANY(:ids) AND kind = 'ticket'
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final TicketDocuments documents;
    private final Outgoing outgoing;

    Tickets(JdbcClient jdbc, Supplier<Company> company, TicketDocuments documents, Outgoing outgoing) {
        this.jdbc = jdbc;
        this.company = company;
        this.documents = documents;
        this.outgoing = outgoing;
    }

    /**
     * Tells of where conversations stand now and of what was said in them: an owner to every downstream of the queue,
     * all else to those that have the ticket already.
     *
     * @param changes the last step of each conversation
     * @param messages the conversation of each new message, by message id
     */
    void tell(Collection<Change> changes, Map<Long, Long> messages) {
        var told = told(changes, messages.values());
        var duties = new ArrayList<Duty>();
        for (var change : changes) {
            tell(change, told.getOrDefault(change.conversation(), Set.of()), duties);
        }
        messages.forEach((message, conversation) -> told.getOrDefault(conversation, Set.of()).stream()
                .filter(name -> hears(name, Sent.MESSAGES))
                .forEach(name -> duties.add(new Duty(name, conversation, Kind.MESSAGE, message))));
        if (!duties.isEmpty()) {
            outgoing.add(documents.write(duties));
        }
    }

    /** Tells every downstream that has the ticket of a note, but those that know it. */
    void note(long conversation, long note) {
        told(List.of(), List.of(conversation))
                .getOrDefault(conversation, Set.of())
                .forEach(name -> note(name, conversation, note));
    }

    /** Tells one downstream of a note in its ticket. */
    void note(String downstream, long conversation, long note) {
        outgoing.add(documents.write(List.of(new Duty(downstream, conversation, Kind.NOTE, note))));
    }

    private void tell(Change change, Set<String> told, List<Duty> duties) {
        for (var name : company.get().queue(change.queue()).downstreams()) {
            var owned = change.status() == Status.IN_PROGRESS && hears(name, Sent.of(change.what(), change.status()));
            if (owned || (!told.contains(name) && hearsOfWaiting(name, change))) {
                duties.add(new Duty(name, change.conversation(), Kind.TICKET, change.epoch()));
            }
        }
        if (change.status() != Status.IN_PROGRESS) {
            told.stream()
                    .filter(name -> hears(name, Sent.of(change.what(), change.status())))
                    .forEach(name -> duties.add(new Duty(name, change.conversation(), Kind.STATUS, change.epoch())));
        }
    }

    /** One that has left the files hears of what it has a ticket of, to the end. */
    private boolean hears(String name, Sent what) {
        var downstream = company.get().downstreams().get(name);
        return downstream == null || downstream.send().contains(what);
    }

    private boolean hearsOfWaiting(String name, Change change) {
        var downstream = company.get().downstreams().get(name);
        return change.status() == Status.WAITING && downstream != null && downstream.unassigned();
    }

    private Map<Long, Set<String>> told(Collection<Change> changes, Collection<Long> spoken) {
        var ids = new ArrayList<>(spoken);
        changes.forEach(change -> ids.add(change.conversation()));
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(TOLD)
                .param("ids", Unnest.bigints(ids, id -> id))
                .query((row, n) -> Map.entry(row.getLong("conversation"), row.getString("downstream")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /** Something that one downstream must be told; the reference is an epoch or a message. */
    record Duty(String downstream, long conversation, Kind kind, long reference) {}
}
