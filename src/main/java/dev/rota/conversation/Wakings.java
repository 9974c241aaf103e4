package dev.rota.conversation;

import dev.rota.conversation.Loads.Step;
import dev.rota.desk.Silence;
import dev.rota.desk.TryAgain;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets silent conversations weigh as much as others again when their customers write. */
final class Wakings {

    private static final String WAKE =
            """
            UPDATE conversation c SET weight = 100
            FROM conversation before
            WHERE c.id = ANY(:ids) AND before.id = c.id
            RETURNING c.id, before.weight
            """;

    private final JdbcClient jdbc;
    private final Loads loads;

    Wakings(JdbcClient jdbc, Loads loads) {
        this.jdbc = jdbc;
        this.loads = loads;
    }

    /**
     * Wakes conversations that this transaction holds.
     *
     * @param owners who is responsible, by conversation
     * @throws TryAgain when an owner has no place for it any more
     */
    void wake(SortedMap<Long, String> owners, Instant now) {
        if (owners.isEmpty()) {
            return;
        }
        var balance = new TreeMap<String, Step>();
        jdbc.sql(WAKE)
                .param("ids", Unnest.bigints(List.copyOf(owners.keySet()), id -> id))
                .query(row -> {
                    var more = Silence.WHOLE - row.getInt("weight");
                    balance.merge(owner(owners, row.getLong("id")), new Step(0, more), Step::and);
                });
        loads.shift(balance, now);
    }

    private static String owner(Map<Long, String> owners, long conversation) {
        var owner = owners.get(conversation);
        if (owner == null) {
            throw new IllegalStateException("conversation " + conversation + " was not to be woken");
        }
        return owner;
    }
}
