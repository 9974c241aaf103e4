package dev.rota.conversation;

import dev.rota.search.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks through the messages of a few conversations, which somebody knows by their customer or their protocol. */
final class FewSearch {

    /** With more customers or conversations it is quicker to go by the words. */
    private static final int MOST = 500;

    private static final String BY_PROTOCOL =
            "SELECT id FROM conversation WHERE protocol BETWEEN :protocol AND :protocol || '~'"
                    + " UNION SELECT id FROM conversation WHERE split_part(protocol, '-', 2) = :protocolEnd";
    private static final String BY_PHONE =
            "SELECT customer AS id FROM customer_identity WHERE kind IN ('WA_ID', 'PHONE') AND value LIKE :phone";
    private static final String BY_NAME = "SELECT id FROM customer WHERE folded(name) LIKE folded(:name)";

    private static final String WITH_WORDS = "JOIN message_words w ON w.message = m.id AND w.words ~ ALL (:patterns)";

    private final JdbcClient database;
    private final Query query;

    FewSearch(JdbcClient database, Query query) {
        this.database = database;
        this.query = query;
    }

    /**
     * The conversations; empty when they are not few.
     *
     * @param seen a condition on conversation {@code c} and its customer {@code u}
     */
    Optional<List<Long>> conversations(String seen, Map<String, Object> parameters) {
        var byProtocol = query.protocol() != null;
        var by = byProtocol ? BY_PROTOCOL : query.phone() != null ? BY_PHONE : BY_NAME;
        return database.sql(those(by, byProtocol ? "id" : "customer", seen))
                .params(parameters)
                .param("most", MOST + 1)
                .query((row, n) -> {
                    var found = List.of((Long[]) row.getArray("conversations").getArray());
                    return row.getLong("many") > MOST || found.size() > MOST
                            ? Optional.<List<Long>>empty()
                            : Optional.of(found);
                })
                .single();
    }

    /** The ids of the newest messages of those conversations before that message, newest first. */
    Page<Long> before(long message, int limit, List<Long> conversations) {
        var patterns = query.terms().stream().map(Patterns::regex).toList();
        var found = database.sql(newest(patterns.isEmpty() ? "" : WITH_WORDS))
                .param("conversations", Unnest.bigints(conversations, id -> id))
                .param("patterns", Unnest.texts(patterns, pattern -> pattern))
                .param("before", message)
                .param("limit", limit + 1)
                .query(Long.class)
                .list();
        return Page.of(found, limit, last -> new Spot(Spot.Way.FOUND, last).text());
    }

    private static String those(String by, String column, String seen) {
        return """
                WITH few AS MATERIALIZED ((%s) LIMIT :most)
                SELECT (SELECT count(*) FROM few) AS many, ARRAY (
                    SELECT c.id FROM few JOIN conversation c ON c.%s = few.id JOIN customer u ON u.id = c.customer
                    WHERE %s LIMIT :most) AS conversations
                """
                .formatted(by, column, seen);
    }

    private static String newest(String withWords) {
        return """
                SELECT m.id FROM unnest(:conversations) AS one (id)
                CROSS JOIN LATERAL (
                    SELECT m.id FROM message m %s
                    WHERE m.conversation = one.id AND m.id < :before AND (m.text <> '' OR m.content IS NOT NULL)
                    ORDER BY m.id DESC LIMIT :limit
                ) m
                ORDER BY m.id DESC LIMIT :limit
                """
                .formatted(withWords);
    }
}
