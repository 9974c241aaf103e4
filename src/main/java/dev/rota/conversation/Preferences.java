package dev.rota.conversation;

import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what customers want to hear of; the latest word on each category counts, in whatever order they came. */
final class Preferences {

    private static final String WHO =
            """
            SELECT DISTINCT ON (n.event) n.event, i.customer
            FROM unnest(:events, :places, :kinds, :values) AS n (event, place, kind, value)
            JOIN customer_identity i ON i.kind = n.kind AND i.value = n.value AND i.until IS NULL
            WHERE n.kind <> 'PHONE'
            ORDER BY n.event, n.place
            """;

    private static final String WRITE =
            """
            INSERT INTO customer_preference AS p (customer, category, wanted, at)
            SELECT DISTINCT ON (customer, category) *
            FROM unnest(:customers, :categories, :wanteds, :ats) AS n (customer, category, wanted, at)
            ORDER BY customer, category, at DESC, wanted
            ON CONFLICT (customer, category) DO UPDATE SET wanted = excluded.wanted, at = excluded.at
            WHERE (excluded.at, NOT excluded.wanted) > (p.at, NOT p.wanted)
            """;

    private final JdbcClient jdbc;
    private final Customers customers;

    Preferences(JdbcClient jdbc, Customers customers) {
        this.jdbc = jdbc;
        this.customers = customers;
    }

    /** Of a stop and a resume at the same second, the stop counts. */
    void write(List<Heard.Preference> told) {
        if (told.isEmpty()) {
            return;
        }
        var known = who(told);
        var whose = customers.of(told.stream()
                .map(each -> Introduction.of(each, known.get(each.event().id())))
                .toList());
        jdbc.sql(WRITE)
                .param(
                        "customers",
                        Unnest.bigints(
                                told,
                                each -> Objects.requireNonNull(
                                        whose.get(each.event().id()))))
                .param("categories", Unnest.texts(told, Heard.Preference::category))
                .param("wanteds", Unnest.booleans(told, Heard.Preference::wanted))
                .param("ats", Unnest.instants(told, each -> MessageTimes.at(each.at(), each.event())))
                .update();
    }

    private Map<Long, Long> who(List<Heard.Preference> told) {
        var ids = told.stream()
                .flatMap(each -> each.identities().stream().map(id -> new Told(each.event().id(), id)))
                .toList();
        var who = new HashMap<Long, Long>();
        jdbc.sql(WHO)
                .param("events", Unnest.bigints(ids, Told::event))
                .param("places", Unnest.integers(ids, ids::indexOf))
                .param("kinds", Unnest.texts(ids, each -> each.id.kind().name()))
                .param("values", Unnest.texts(ids, each -> each.id.value()))
                .query((row, n) -> who.put(row.getLong("event"), row.getLong("customer")))
                .list();
        return who;
    }

    private record Told(long event, Identity id) {}
}
