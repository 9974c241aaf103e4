package dev.rota.conversation;

import dev.rota.desk.PersonalFiles;
import dev.rota.desk.Traces;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a customer out of the ledger of conversations: table by table, what of it is personal. */
final class CustomerErasure implements PersonalFiles {

    /** Statements by the table they take from, in this order, since the later ones take what the earlier ones find by. */
    private static final Map<String, String> ERASE = new LinkedHashMap<>();

    static {
        ERASE.put("message_progress", "DELETE FROM message_progress WHERE wamid = ANY (:wamids)");
        ERASE.put(
                "message",
                "UPDATE message SET text = '', wamid = NULL, error = NULL, about = NULL, content = NULL, member = NULL"
                        + " WHERE conversation = ANY (:conversations)");
        ERASE.put("note", "UPDATE note SET text = '' WHERE conversation = ANY (:conversations)");
        ERASE.put(
                "conversation",
                "UPDATE conversation SET reply_kind = NULL, reply_to = NULL, reply_at = NULL"
                        + " WHERE customer = :customer");
        ERASE.put(
                "decision",
                "UPDATE decision SET inquiry = '{}', because = '[]' WHERE conversation = ANY (:conversations)");
        ERASE.put("customer_profile", "DELETE FROM customer_profile WHERE id = ANY (:ids)");
        ERASE.put("customer_identity", "DELETE FROM customer_identity WHERE customer = :customer");
        ERASE.put("customer_candidate", "DELETE FROM customer_candidate WHERE :customer IN (customer, other)");
        ERASE.put("customer_preference", "DELETE FROM customer_preference WHERE customer = :customer");
        ERASE.put("customer", "UPDATE customer SET name = NULL, username = NULL, named_at = NULL WHERE id = :customer");
    }

    /**
     * Who has the id now goes before who had it once or told it only; an id of ours is taken for one only if it is
     * nobody's phone number.
     */
    private static final String FIND =
            """
            WITH held AS (
                SELECT customer, rank() OVER (ORDER BY until IS NULL AND kind <> 'PHONE' DESC) AS place
                FROM customer_identity WHERE value = ANY (:forms)
            )
            SELECT customer FROM held WHERE place = 1
            UNION
            SELECT id FROM customer WHERE id::text = :given AND NOT EXISTS (SELECT FROM held)
            LIMIT 2
            """;

    /** An id that is somebody else's too, or was, tells nothing of whom an event is. */
    private static final String IDS =
            """
            SELECT value FROM customer_identity mine WHERE customer = ? AND NOT EXISTS (
                SELECT FROM customer_identity other WHERE other.value = mine.value AND other.customer <> mine.customer)
            """;

    private static final String THEIRS = " conversation IN (SELECT id FROM conversation WHERE customer = ?)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Records records;
    private final Clock clock;

    CustomerErasure(JdbcClient jdbc, TransactionTemplate transaction, Records records, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Optional<Traces> find(String customer) {
        var given = customer.strip();
        var digits = given.replaceAll("[+ ().-]", "");
        var found = jdbc.sql(FIND)
                .param("given", given)
                .param("forms", new String[] {given, digits})
                .query(Long.class)
                .list();
        return found.size() == 1 ? Optional.of(traces(found.get(0))) : Optional.empty();
    }

    private Traces traces(long customer) {
        return new Traces(
                customer,
                texts(IDS, customer),
                numbers("SELECT id FROM conversation WHERE customer = ?", customer),
                texts("SELECT wamid FROM message WHERE wamid IS NOT NULL AND" + THEIRS, customer),
                numbers("SELECT event FROM message WHERE event IS NOT NULL AND" + THEIRS, customer));
    }

    private Set<String> texts(String sql, long customer) {
        return new HashSet<>(jdbc.sql(sql).param(customer).query(String.class).list());
    }

    private Set<Long> numbers(String sql, long customer) {
        return new HashSet<>(jdbc.sql(sql).param(customer).query(Long.class).list());
    }

    @Override
    public Map<String, Integer> close(Traces traces, Map<String, Integer> counts, Viewer by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            MessageWords.standAside(jdbc);
            var all = new TreeMap<>(counts);
            ERASE.forEach((table, sql) -> all.put(table, run(sql, traces)));
            records.touch(List.copyOf(traces.conversations()));
            jdbc.sql("INSERT INTO erasure (customer, at, by, counts) VALUES (?, ?, ?, ?::jsonb)")
                    .params(traces.customer(), Unnest.timestamp(clock.instant()), by.name(), Json.of(all))
                    .update();
            return all;
        }));
    }

    private int run(String sql, Traces traces) {
        return jdbc.sql(sql)
                .param("customer", traces.customer())
                .param("ids", traces.ids().toArray(String[]::new))
                .param("wamids", traces.wamids().toArray(String[]::new))
                .param(
                        "conversations",
                        traces.conversations().stream()
                                .mapToLong(Long::longValue)
                                .toArray())
                .update();
    }
}
