package dev.rota.conversation;

import dev.rota.desk.TryAgain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes customers of people who are heard of for the first time, and keeps what they are called up to date. */
final class Customers {

    private static final String CREATE =
            """
            INSERT INTO customer (id, name, username, created_at, named_at)
            SELECT * FROM unnest(:ids, :names, :usernames, :createdAts, :ats)
            """;

    /** The latest name counts, by when it was told; one that did not come with a message is not forgotten. */
    private static final String RENAME =
            """
            UPDATE customer u
            SET name = coalesce(n.name, u.name), username = coalesce(n.username, u.username), named_at = n.at
            FROM (SELECT DISTINCT ON (id) *
                  FROM unnest(:ids, :names, :usernames, :ats) AS told (id, name, username, at)
                  ORDER BY id, at DESC) n
            WHERE u.id = n.id AND n.at >= coalesce(u.named_at, '-infinity')
              AND (u.name IS NULL OR NOT EXISTS (SELECT FROM conversation c
                                                 WHERE c.customer = n.id AND c.last_customer_at > n.at))
            """;

    private final JdbcClient jdbc;
    private final Identities identities;

    Customers(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.identities = new Identities(jdbc);
    }

    /**
     * The customer of each introduction, by event.
     *
     * @throws TryAgain when another event has made one of the new customers in the meantime
     */
    Map<Long, Long> of(List<Introduction> introductions) {
        var customers = new HashMap<Long, Long>();
        var strangers =
                introductions.stream().filter(Introduction::isNew).toList();
        var ids = Sequence.next(jdbc, "customer_id", strangers.size());
        for (var each : introductions) {
            var known = each.customer();
            customers.put(each.event(), known != null ? known : ids.removeFirst());
        }
        create(strangers, customers);
        var changed = introductions.stream()
                .filter(each -> !each.isNew() && !each.complete())
                .toList();
        identities.retire(changed, customers);
        identities.link(changed, customers);
        rename(changed.stream().filter(Introduction::names).toList());
        return customers;
    }

    private void create(List<Introduction> strangers, Map<Long, Long> customers) {
        if (strangers.isEmpty()) {
            return;
        }
        jdbc.sql(CREATE)
                .param("ids", Unnest.bigints(strangers, each -> customers.get(each.event())))
                .param("names", Unnest.texts(strangers, each -> each.profile().name()))
                .param("usernames", Unnest.texts(strangers, each -> each.profile().username()))
                .param("createdAts", Unnest.instants(strangers, Introduction::receivedAt))
                .param("ats", Unnest.instants(strangers, Introduction::at))
                .update();
        var brought = strangers.stream()
                .mapToInt(each -> each.identities().size())
                .sum();
        if (identities.link(strangers, customers) < brought) {
            throw new TryAgain("a new customer was made by another event at the same time");
        }
    }

    private void rename(List<Introduction> told) {
        if (!told.isEmpty()) {
            jdbc.sql(RENAME)
                    .param("ids", Unnest.bigints(told, Introduction::customer))
                    .param("names", Unnest.texts(told, each -> each.profile().name()))
                    .param("usernames", Unnest.texts(told, each -> each.profile().username()))
                    .param("ats", Unnest.instants(told, Introduction::at))
                    .update();
        }
    }
}
