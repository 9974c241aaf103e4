package dev.rota.conversation;

import dev.rota.desk.Identity;
import dev.rota.desk.TryAgain;
import dev.rota.desk.Turn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes customers of people who write for the first time, and links ids that come together for the first time. */
final class Customers {

    private static final String CREATE =
            """
            INSERT INTO customer (id, name, created_at)
            SELECT * FROM unnest(:ids, :names, :ats)
            """;

    private static final String IDENTIFY =
            """
            INSERT INTO customer_identity (kind, value, customer)
            SELECT * FROM unnest(:kinds, :values, :customers)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;

    Customers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The customer of each turn, by event.
     *
     * @throws TryAgain when another message has made one of the new customers in the meantime
     */
    Map<Long, Long> of(List<Turn> turns) {
        var customers = new HashMap<Long, Long>();
        var strangers = turns.stream()
                .filter(turn -> turn.standing().customer() == null)
                .toList();
        var ids = Sequence.next(jdbc, "customer_id", strangers.size());
        for (var turn : turns) {
            var known = turn.standing().customer();
            customers.put(turn.event().id(), known != null ? known : ids.removeFirst());
        }
        create(strangers, customers);
        link(turns.stream().filter(Customers::bringsNewId).toList(), customers);
        return customers;
    }

    private void create(List<Turn> strangers, Map<Long, Long> customers) {
        if (strangers.isEmpty()) {
            return;
        }
        jdbc.sql(CREATE)
                .param(
                        "ids",
                        Unnest.bigints(
                                strangers, turn -> customers.get(turn.event().id())))
                .param(
                        "names",
                        Unnest.texts(strangers, turn -> turn.message().profile().name()))
                .param("ats", Unnest.instants(strangers, turn -> turn.event().receivedAt()))
                .update();
        var identities = identities(strangers, customers);
        if (identify(identities) < identities.size()) {
            throw new TryAgain("a new customer was made by another message at the same time");
        }
    }

    /** An id that belongs to somebody else already stays theirs: a link is never overwritten in silence. */
    private void link(List<Turn> turns, Map<Long, Long> customers) {
        if (!turns.isEmpty()) {
            identify(identities(turns, customers));
        }
    }

    private int identify(List<Map.Entry<Identity, Long>> identities) {
        return jdbc.sql(IDENTIFY)
                .param(
                        "kinds",
                        Unnest.texts(identities, entry -> entry.getKey().kind().name()))
                .param("values", Unnest.texts(identities, entry -> entry.getKey()
                        .value()))
                .param("customers", Unnest.bigints(identities, Map.Entry::getValue))
                .update();
    }

    private static boolean bringsNewId(Turn turn) {
        return turn.standing().customer() != null && !turn.standing().linked();
    }

    private static List<Map.Entry<Identity, Long>> identities(List<Turn> turns, Map<Long, Long> customers) {
        return turns.stream()
                .flatMap(turn -> turn.message().identities().stream()
                        .sorted(java.util.Comparator.comparing(Identity::kind).thenComparing(Identity::value))
                        .map(identity ->
                                Map.entry(identity, customers.get(turn.event().id()))))
                .toList();
    }
}
