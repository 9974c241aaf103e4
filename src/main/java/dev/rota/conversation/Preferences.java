package dev.rota.conversation;

import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down what customers want to hear of from each number; the latest word on each category counts, in whatever order
 * they came.
 */
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
            INSERT INTO customer_preference AS p (customer, number, category, wanted, at)
            SELECT DISTINCT ON (customer, number, category) *
            FROM unnest(:customers, :numbers, :categories, :wanteds, :ats) AS n (customer, number, category, wanted, at)
            ORDER BY customer, number, category, at DESC, wanted
            ON CONFLICT (customer, number, category) DO UPDATE SET wanted = excluded.wanted, at = excluded.at
            WHERE (excluded.at, NOT excluded.wanted) > (p.at, NOT p.wanted)
            """;

    /** What Meta calls the news that a customer has had enough of. */
    private static final String MARKETING = "marketing_messages";

    private static final String LATEST =
            """
            SELECT wanted, at FROM customer_preference
            WHERE customer = :customer AND category = :category AND number IN (:number, '')
            ORDER BY at DESC, wanted LIMIT 1
            """;

    /**
     * Keeps what Meta's error 131050 tells: the customer has asked for no marketing, and we had not heard of it.
     *
     * @see #optOut
     */
    private static final String OPT_OUT =
            """
            INSERT INTO customer_preference AS p (customer, number, category, wanted, at)
            SELECT DISTINCT ON (c.customer, c.number) c.customer, c.number, '{marketing}', false, :now
            FROM {failed} f JOIN conversation c ON c.id = f.conversation
            WHERE f.error ~ '\\m131050\\M'
            ON CONFLICT (customer, number, category) DO UPDATE SET wanted = false, at = excluded.at
            WHERE p.wanted AND p.at < excluded.at
            """
                    .replace("{marketing}", MARKETING);

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
                .param("numbers", Unnest.texts(told, each -> each.event().number()))
                .param("categories", Unnest.texts(told, Heard.Preference::category))
                .param("wanteds", Unnest.booleans(told, Heard.Preference::wanted))
                .param("ats", Unnest.instants(told, each -> MessageTimes.at(each.at(), each.event())))
                .update();
    }

    /** Since when a customer wants no marketing from a number; empty when the customer has said no such thing. */
    Optional<Instant> unwantedSince(long customer, String number) {
        return jdbc.sql(LATEST)
                .param("customer", customer)
                .param("category", MARKETING)
                .param("number", number)
                .query((row, n) ->
                        row.getBoolean("wanted") ? Optional.<Instant>empty() : Optional.of(Columns.instant(row, "at")))
                .optional()
                .flatMap(since -> since);
    }

    /**
     * The statement that keeps a customer's refusal of marketing where an error of Meta's tells of it; it wants {@code
     * :now}.
     *
     * @param failed a table with the columns {@code conversation} and {@code error}
     */
    static String optOut(String failed) {
        return OPT_OUT.replace("{failed}", failed);
    }

    private Map<Long, Long> who(List<Heard.Preference> told) {
        var ids = told.stream()
                .flatMap(each -> each.identities().stream()
                        .map(id -> new Told(each.event().id(), id)))
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
